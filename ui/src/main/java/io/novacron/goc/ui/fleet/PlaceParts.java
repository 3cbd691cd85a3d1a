package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Div;
import io.novacron.goc.availability.HealthBoard;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.Happenings;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Panel;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the screens of places are made of. */
@Component
record PlaceParts(
        Fleet fleet,
        HealthBoard board,
        Findings findings,
        Happenings happenings,
        LiveHub hub,
        LiveSeries live,
        BoardLinks links,
        Changes changes,
        Chart.Sources sources,
        Clock clock) {

    /** Charts of one span. */
    List<Chart> charts(List<ChartSetup> setups, TimeWindow window) {
        return setups.stream().map(setup -> new Chart(setup, window, sources)).toList();
    }

    /** Charts side by side. */
    static Div beside(List<Chart> charts) {
        Div row = new Div();
        row.addClassName("goc-columns");
        charts.forEach(chart -> row.add(Panel.around(chart)));
        return row;
    }
}
