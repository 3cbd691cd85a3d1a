package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Any metric over any time, and all of it in the address. */
@ExtendWith(Street.Shared.class)
class ExploreTest {

    private static final String BY_ZONE =
            "explore?q=avg%20by%20(zone)%20(service_error_ratio%7Bregion%3D%22eu-oslo%22%7D)&from=now-5m&to=now";

    @Test
    void aMetricIsFoundByFacetsAndTheLinkShowsTheSameToAnother(Street street) {
        try (Person operator = street.person();
                Person other = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            new BoardScreen(operator).awaitLiveRegions(100);
            operator.open("explore");
            choose(page, "Metric", "service_requests_per", "service_requests_per_second");
            Locator expression = page.locator(".goc-promql input");
            assertThat(expression).hasValue("avg (service_requests_per_second{})");
            choose(page, "Only where", "region=eu-oslo", "region=eu-oslo");
            assertThat(expression).hasValue("avg (service_requests_per_second{region=\"eu-oslo\"})");
            page.keyboard().press("Escape");
            awaitPoints(page, 0);
            assertThat(page).hasURL(Pattern.compile(".*explore\\?.*q=avg.*eu-oslo.*"));
            operator.picture("explore");
            String address = page.url();

            other.signIn("executive");
            other.page().navigate(address);
            assertThat(other.page().locator(".goc-promql input"))
                    .hasValue("avg (service_requests_per_second{region=\"eu-oslo\"})");
            awaitPoints(other.page(), 0);

            Assertions.assertThat(operator.complaints()).isEmpty();
            Assertions.assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void aZoomInOneChartIsTheTimeOfAllAndBackLeadsBack(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            operator.open(BY_ZONE + "&q=sum(service_requests_per_second%7Bzone%3D%22%22%7D)");
            awaitPoints(page, 0);
            awaitPoints(page, 1);
            assertThat(page.locator("goc-time-bar .live")).isVisible();

            BoundingBox plot =
                    page.locator("goc-chart").first().locator(".u-over").boundingBox();
            double height = plot.y + plot.height / 2;
            page.mouse().move(plot.x + plot.width * 0.7, height);
            page.mouse().down();
            page.mouse().move(plot.x + plot.width * 0.9, height);
            page.mouse().up();

            assertThat(page).hasURL(Pattern.compile(".*from=20\\d\\d-.*"));
            assertThat(page.locator("goc-time-bar .paused")).isVisible();
            page.waitForFunction("() => [...document.querySelectorAll('goc-chart')].every(each => each.config.until)");
            Assertions.assertThat(span(page, 0)).isEqualTo(span(page, 1)).isBetween(50.0, 70.0);
            page.keyboard().press("t");
            page.keyboard().press("z");
            page.waitForFunction("() => document.querySelector('goc-chart').config.until - "
                    + "document.querySelector('goc-chart').config.from > 100");
            page.goBack();
            page.goBack();
            assertThat(page.locator("goc-time-bar .live")).isVisible();

            Assertions.assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void figuresAreATableAndAFile(Street street) throws IOException {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            operator.open(BY_ZONE);
            awaitPoints(page, 0);

            page.locator("goc-chart button:has-text('Table')").click();
            Download file = page.waitForDownload(
                    () -> page.locator("goc-chart button:has-text('CSV')").click());

            int lines = page.locator("goc-chart tbody tr").count();
            List<String> rows = Files.readAllLines(file.path());
            Assertions.assertThat(lines).isGreaterThan(1);
            Assertions.assertThat(rows.getFirst().split(",")).hasSize(1 + lines).startsWith("time");
            Assertions.assertThat(rows.get(1)).matches("20\\d\\d-[^,]*Z(,[0-9.e-]*)+");
            Assertions.assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void whatCannotBeAskedSaysWhyAndTheRestStands(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            operator.open("explore?q=sum(&q=up&from=2016-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&compare=9y");
            assertThat(page.locator(".goc-notice")).containsText("longer than two years");
            assertThat(page.locator(".goc-query .goc-empty").first()).containsText("ends too early");

            operator.open("explore?q=" + "a".repeat(10_000));
            assertThat(page.locator(".goc-query .goc-empty").first()).containsText("10,000 characters");
            operator.open("regions/eu-oslo?from=tomorrow");
            assertThat(page.locator(".goc-notice")).isVisible();
            assertThat(page.locator("h1")).hasText("Oslo");

            Assertions.assertThat(operator.complaints()).isEmpty();
        }
    }

    private static double span(Page page, int chart) {
        return ((Number) page.evaluate("""
                index => {
                  const { from, until } = document.querySelectorAll('goc-chart')[index].config;
                  return until - from;
                }""", chart)).doubleValue();
    }

    private static void awaitPoints(Page page, int chart) {
        page.waitForFunction("index => document.querySelectorAll('goc-chart')[index]?.points > 5", chart);
    }

    private static void choose(Page page, String label, String text, String item) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
        field.click();
        field.pressSequentially(text);
        String chosen = ":visible:has-text('%s')".formatted(item);
        page.locator("vaadin-combo-box-item" + chosen + ", vaadin-multi-select-combo-box-item" + chosen)
                .first()
                .click();
    }
}
