package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.Component;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.ui.shell.Findable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Incidents of the last thirty days by number or title. */
@Service
final class IncidentFinds implements Findable {

    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int LOOKED_THROUGH = 500;

    private final Incidents incidents;
    private final Clock clock;

    IncidentFinds(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public Class<? extends Component> view() {
        return WarRoomView.class;
    }

    @Override
    public List<Found> find(String text, int most) {
        Instant now = clock.instant();
        return incidents.recent(new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(1)), LOOKED_THROUGH).stream()
                .filter(incident -> name(incident).toLowerCase(Locale.ROOT).contains(text))
                .limit(most)
                .map(incident -> new Found(
                        "incident", name(incident), incident.status().title(), "incidents/" + incident.number()))
                .toList();
    }

    private static String name(Incident incident) {
        return "#%d %s".formatted(incident.number(), incident.title());
    }
}
