package io.novacron.goc.ui.charts;

import io.novacron.goc.ui.live.LiveQueries;
import io.novacron.goc.ui.live.LiveSeries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What charts are made of, for those who are signed in. */
@Configuration(proxyBeanMethods = false)
class ChartConfiguration {

    @Bean
    Chart.Sources chartSources(LiveSeries series, LiveQueries queries) {
        return new Chart.Sources(series, queries, true);
    }
}
