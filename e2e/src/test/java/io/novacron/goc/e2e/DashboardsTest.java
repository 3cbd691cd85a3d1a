package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dashboards: brought along, put together with mouse and keys, shared. */
@ExtendWith(Street.Shared.class)
class DashboardsTest {

    private static final String GRAFANA = """
            {"title": "Edge <script>window.broken = true</script>", "time": {"from": "now-5m", "to": "now"},
             "templating": {"list": [{"name": "region", "query": "label_values(service_error_ratio, region)"}]},
             "panels": [
               {"type": "timeseries", "title": "Errors", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
                "targets": [{"expr": "avg by (zone) (service_error_ratio{region=\\"$region\\"})"}]},
               {"type": "stat", "title": "Hosts up", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8},
                "targets": [{"expr": "sum(zone_hosts_up{region=\\"$region\\"})"}]},
               {"type": "text", "title": "Note", "gridPos": {"x": 0, "y": 8, "w": 24, "h": 4},
                "options": {"content": "<img src=x onerror=window.broken=true>"}},
               {"type": "heatmap", "title": "Left behind", "targets": [{"expr": "up"}]}]}
            """;

    @Test
    void aDashboardOfGrafanaIsBroughtAlongMovedByMouseAndKeysAndShared(Street street) {
        try (Person operator = street.person();
                Person other = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            new BoardScreen(operator).awaitLiveRegions(100);
            operator.open("dashboards");
            page.locator("vaadin-button:has-text('Import')").click();
            upload(page, "edge.json", GRAFANA.getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".goc-imported")).containsText("Left behind");
            page.locator("vaadin-button:has-text('Keep it')").click();
            assertThat(page.locator("h1")).hasText("Edge <script>window.broken = true</script>");
            assertThat(page.locator("goc-values b").first()).containsText(Pattern.compile("\\d"));
            choose(page, "region", "eu-oslo");
            assertThat(page).hasURL(Pattern.compile(".*var-region=eu-oslo.*"));
            page.waitForFunction("() => document.querySelector('goc-chart')?.points > 3");

            button(page, "Edit").click();
            drag(page, page.locator("[data-move]").first(), 700);
            page.locator("[data-resize]").nth(1).focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            operator.picture("dashboard-edit");
            button(page, "Settings").click();
            page.locator("vaadin-dialog vaadin-select").click();
            page.locator("vaadin-select-item:has-text('everyone')").last().click();
            button(page, "Done").click();
            button(page, "Save").click();
            assertThat(page.locator(".goc-toolbar .goc-secondary").first()).containsText("everyone");
            String address = page.url();
            operator.picture("dashboard");

            other.signIn("executive");
            other.page().navigate(address);
            assertThat(other.page().locator("[data-number='1']"))
                    .hasAttribute("style", Pattern.compile("13 / span 12"));
            assertThat(other.page().locator("[data-number='2']")).hasAttribute("style", Pattern.compile("9 / span 10"));
            assertThat(button(other.page(), "Edit")).hasCount(0);
            Assertions.assertThat(page.evaluate("window.broken")).isNull();
            Assertions.assertThat(operator.complaints()).isEmpty();
            Assertions.assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsFoundInExploreIsKeptAndLooksAhead(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            operator.open("explore?q=avg(service_latency_p99_ms%7Bzone%3D%22%22%7D)&from=now-5m&to=now");
            page.waitForFunction("() => document.querySelector('goc-chart')?.points > 3");
            button(page, "Keep on a dashboard").click();
            page.locator("vaadin-dialog vaadin-text-field input").last().fill("Kept");
            button(page, "Keep").click();
            assertThat(page.locator("h1")).hasText("Kept");
            button(page, "Edit").first().click();
            page.locator(".goc-handles vaadin-button:text-is('Edit')").click();
            page.locator("vaadin-dialog vaadin-select").click();
            page.locator("vaadin-select-item:has-text('where they lead')")
                    .last()
                    .click();
            button(page, "Done").click();
            button(page, "Save").click();

            // Once there is enough to go by: it is looked ahead anew every minute.
            assertThat(page.locator("goc-chart .note"))
                    .containsText("in 15 minutes", new LocatorAssertions.ContainsTextOptions().setTimeout(130_000));
            operator.picture("dashboard-ahead");
            Assertions.assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void fiftyMegabytesAndWhatIsNoDashboardAreRefusedWithAReason(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            operator.open("dashboards");
            page.locator("vaadin-button:has-text('Import')").click();
            byte[] large = new byte[50 * 1_000_000 - 1];
            Arrays.fill(large, (byte) ' ');
            upload(page, "large.json", large);
            assertThat(page.locator("vaadin-notification-card")).containsText("2 MiB");
            upload(page, "odd.json", "{\"a\": [".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".goc-imported")).containsText("no JSON");
            operator.open("dashboards/00000000-0000-0000-0000-000000000000");
            assertThat(page.locator(".goc-empty")).containsText("There is no dashboard");
            operator.open("dashboards/nonsense");
            assertThat(page.locator(".goc-empty")).containsText("There is no dashboard");

            Assertions.assertThat(operator.complaints()).isEmpty();
        }
    }

    private static void upload(Page page, String name, byte[] bytes) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "application/json", bytes));
    }

    private static Locator button(Page page, String text) {
        return page.locator("vaadin-button:text-is('%s')".formatted(text));
    }

    private static void drag(Page page, Locator handle, double right) {
        BoundingBox box = handle.boundingBox();
        page.mouse().move(box.x + 10, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + 10 + right, box.y + box.height / 2);
        page.mouse().up();
    }

    private static void choose(Page page, String label, String item) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
        field.click();
        field.fill(item);
        page.locator("vaadin-combo-box-item:visible:has-text('%s')".formatted(item))
                .first()
                .click();
    }
}
