package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Div;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.LiveChart;
import io.novacron.goc.ui.shell.Panel;
import java.util.List;

/** Live charts side by side. */
final class Charts extends Div {

    private static final long serialVersionUID = 1L;

    Charts(LiveSeries live, List<LiveChart.Setup> setups) {
        addClassName("goc-columns");
        setups.forEach(setup -> add(Panel.around(new LiveChart(setup, live))));
    }
}
