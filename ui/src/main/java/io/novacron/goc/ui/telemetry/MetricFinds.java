package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.Component;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.ui.shell.Findable;
import java.util.List;
import org.springframework.stereotype.Service;

/** Metrics by a part of their name. */
@Service
final class MetricFinds implements Findable {

    private final Queries queries;

    MetricFinds(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Class<? extends Component> view() {
        return MetricView.class;
    }

    @Override
    public List<Found> find(String text, int most) {
        return queries.families(text, most).stream()
                .map(family -> new Found(
                        "metric",
                        family.metric(),
                        "%,d series".formatted(family.series()),
                        "metrics/" + family.metric()))
                .toList();
    }
}
