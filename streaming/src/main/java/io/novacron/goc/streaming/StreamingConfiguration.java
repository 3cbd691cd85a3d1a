package io.novacron.goc.streaming;

import io.novacron.goc.db.DataDirectory;
import io.novacron.goc.streaming.collect.AdmissionSettings;
import io.novacron.goc.streaming.embedded.EmbeddedKafka;
import io.novacron.goc.streaming.lines.LineSettings;
import io.novacron.goc.streaming.otlp.OtlpSettings;
import io.novacron.goc.streaming.scrape.ScrapeSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the broker: the embedded one, or the external one that {@code goc.kafka.bootstrap-servers} names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    KafkaSettings.class,
    AdmissionSettings.class,
    OtlpSettings.class,
    ScrapeSettings.class,
    LineSettings.class
})
class StreamingConfiguration {

    @Bean(destroyMethod = "close")
    Broker broker(KafkaSettings settings, DataDirectory data) {
        String external = settings.bootstrapServers();
        return external == null
                ? Broker.embedded(EmbeddedKafka.start(data.folder("kafka"), settings.port()), settings)
                : Broker.external(external, settings);
    }
}
