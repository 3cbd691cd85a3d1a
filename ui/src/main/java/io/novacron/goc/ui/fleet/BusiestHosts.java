package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.ui.live.LiveQueries;
import io.novacron.goc.ui.live.LiveQueries.Ask;
import io.novacron.goc.ui.shell.Panel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The hosts of a region that use most of their CPU, worked out once for all who look. */
final class BusiestHosts extends Composite<Panel> {

    private static final long serialVersionUID = 1L;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST = 10;
    private static final int PERCENT = 100;

    private final Div rows = new Div();

    BusiestHosts(RegionId region, LiveQueries queries) {
        rows.addClassName("goc-scroll");
        say("Looking …");
        Ask ask = new Ask("topk(%d, host_cpu_ratio{region=\"%s\"})".formatted(MOST, region), Duration.ZERO);
        queries.follow(
                this, List.of(ask), EVERY, now -> show(now.answers().getFirst().series()));
    }

    @Override
    protected Panel initContent() {
        Panel panel = Panel.titled("Busiest hosts, by CPU", rows);
        panel.setId("busiest");
        return panel;
    }

    private void show(List<AnsweredSeries> hosts) {
        if (hosts.isEmpty()) {
            say("No host of this region tells of its CPU.");
            return;
        }
        rows.removeAll();
        hosts.stream()
                .sorted(Comparator.comparingDouble((AnsweredSeries host) -> host.values()[0])
                        .reversed())
                .forEach(host -> rows.add(row(host.labels().getOrDefault("host", ""), host.values()[0])));
    }

    private static Div row(String host, double cpu) {
        ProgressBar bar = new ProgressBar(0, 1, Math.clamp(cpu, 0, 1));
        bar.addClassName("goc-bar");
        bar.getElement().setAttribute("aria-label", "CPU");
        Span value = new Span(String.format(Locale.ROOT, "%.1f %%", cpu * PERCENT));
        value.addClassName("goc-figure");
        Div row = new Div(new Anchor("hosts/" + host, host), bar, value);
        row.addClassName("goc-row");
        return row;
    }

    private void say(String what) {
        rows.removeAll();
        Div words = new Div(what);
        words.addClassName("goc-empty");
        rows.add(words);
    }
}
