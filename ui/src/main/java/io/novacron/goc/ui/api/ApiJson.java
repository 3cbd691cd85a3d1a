package io.novacron.goc.ui.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.RegionId;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How our values look in JSON: an id is its text. */
@Configuration(proxyBeanMethods = false)
class ApiJson {

    /** A record of one text. */
    private abstract static class Text {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Text(String unused) {}

        @JsonValue
        abstract String value();
    }

    @Bean
    JsonMapperBuilderCustomizer idsAsText() {
        SpringDocUtils.getConfig()
                .replaceWithClass(RegionId.class, String.class)
                .replaceWithClass(HostId.class, String.class);
        return builder -> builder.addMixIn(RegionId.class, Text.class).addMixIn(HostId.class, Text.class);
    }
}
