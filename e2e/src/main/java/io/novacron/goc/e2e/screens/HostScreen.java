package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Locator;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Person;

/** The page of a host. */
public final class HostScreen {

    private HostScreen() {}

    /** Opens the page again until a metric is a chart there; returns that chart's heading. */
    public static Locator awaitChart(Person person, String host, String metric, int seconds) {
        Locator heading = person.page().locator("goc-chart h3:has-text('%s')".formatted(metric));
        boolean seen = Patience.until(seconds, () -> {
            person.open("hosts/" + host);
            person.page().locator("goc-live-bar[live]").waitFor(Person.attached());
            person.page()
                    .locator("vaadin-grid-cell-content, .goc-empty")
                    .first()
                    .waitFor();
            return heading.count() > 0;
        });
        if (!seen) {
            throw new IllegalStateException("the page of host %s does not show %s".formatted(host, metric));
        }
        return heading;
    }
}
