package io.novacron.goc.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.dashboards.GrafanaImport.Imported;
import io.novacron.goc.dashboards.Panel.Kind;
import io.novacron.goc.dashboards.Panel.Limit;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrafanaImportTest {

    private static final String MODERN = """
            {"title": "Edge <script>alert(1)</script>", "schemaVersion": 39, "time": {"from": "now-6h", "to": "now"},
             "templating": {"list": [
               {"name": "ds", "type": "datasource", "query": "prometheus"},
               {"name": "region", "type": "query", "query": {"query": "label_values(up{job=\\"x\\"}, region)"}},
               {"name": "pod", "type": "query", "query": "query_result(topk(5, up))"}]},
             "panels": [
               {"type": "row", "title": "Traffic", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1}, "panels": []},
               {"type": "timeseries", "title": "Errors", "gridPos": {"x": 12, "y": 1, "w": 12, "h": 9},
                "fieldConfig": {"defaults": {"unit": "percentunit", "thresholds": {"steps": [
                  {"color": "green", "value": null}, {"color": "orange", "value": 0.01}, {"color": "red", "value": 0.05}]}}},
                "targets": [{"expr": "sum(rate(errors_total{region=\\"$region\\"}[$__rate_interval]))", "legendFormat": "all"},
                            {"expr": "up", "legendFormat": "{{instance}}", "hide": true},
                            {"rawSql": "select 1"}]},
               {"type": "piechart", "title": "Shares", "targets": [{"expr": "up"}]},
               {"type": "stat", "title": "Hosts", "gridPos": {"x": 0, "y": 1, "w": 6, "h": 4},
                "targets": [{"expr": "count(up)"}]},
               {"type": "text", "title": "Read me", "options": {"content": "<img src=x onerror=alert(1)>"}}]}
            """;

    private static final String OLD = """
            {"dashboard": {"title": "Old", "rows": [{"title": "First", "panels": [
               {"type": "graph", "title": "Load", "span": 6, "yaxes": [{"format": "short"}], "targets": [{"expr": "node_load1"}]},
               {"type": "singlestat", "title": "Up", "span": 3, "format": "percent", "targets": [{"expr": "up"}]}]}]}}
            """;

    @Test
    void panelsComeOverWithPlaceUnitLimitsAndQueriesAndTheRestIsNamed() {
        Imported imported = read(MODERN);

        assertThat(imported.content().panels())
                .extracting(Panel::kind, Panel::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.TEXT, "Traffic"),
                        org.assertj.core.groups.Tuple.tuple(Kind.LINES, "Errors"),
                        org.assertj.core.groups.Tuple.tuple(Kind.NUMBER, "Hosts"),
                        org.assertj.core.groups.Tuple.tuple(Kind.TEXT, "Read me"));
        Panel errors = imported.content().panels().get(1);
        assertThat(errors.unit()).isEqualTo("ratio");
        assertThat(errors.box()).isEqualTo(new Box(12, 1, 12, 9));
        assertThat(errors.limits()).containsExactly(new Limit(0.01, "warning"), new Limit(0.05, "critical"));
        assertThat(errors.queries())
                .containsExactly(
                        new Panel.Query("sum(rate(errors_total{region=\"$region\"}[$__rate_interval]))", "all"));
        assertThat(imported.content().variables()).containsExactly(new Variable("region", "region", "up", ""));
        assertThat(imported.content().from()).isEqualTo("now-6h");
        assertThat(imported.leftOut())
                .hasSize(4)
                .anyMatch(line -> line.contains("“Shares”") && line.contains("piechart"))
                .anyMatch(line -> line.contains("hidden"))
                .anyMatch(line -> line.contains("not in PromQL"))
                .anyMatch(line -> line.contains("$pod"));
    }

    @Test
    void scriptIsTextLikeAnyOther() {
        Imported imported = read(MODERN);

        assertThat(imported.title()).isEqualTo("Edge <script>alert(1)</script>");
        assertThat(imported.content().panels().getLast().text()).isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void rowsOfOldDashboardsFollowOneAnother() {
        Imported imported = read(OLD);

        assertThat(imported.title()).isEqualTo("Old");
        assertThat(imported.content().panels()).extracting(Panel::title).containsExactly("First", "Load", "Up");
        assertThat(imported.content().panels())
                .extracting(panel -> panel.box().width())
                .containsExactly(24, 12, 6);
        assertThat(imported.content().panels())
                .extracting(panel -> panel.box().y())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(imported.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"panels\": 7}", "{\"title\": \"x\"", "\u0000"})
    void whatIsNoDashboardIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        OperationsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void aFileThatIsTooLargeIsNotReadAndDeepOnesAreRefused() {
        assertThatThrownBy(() -> GrafanaImport.read(new byte[GrafanaImport.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        OperationsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(OperationsException.class);
    }

    @Test
    void aThousandPanelsAreAHundredAndASentence() {
        String panel = "{\"type\": \"stat\", \"title\": \"t\", \"targets\": [{\"expr\": \"up\"}]}";

        Imported imported = read("{\"panels\": [" + (panel + ",").repeat(999) + panel + "]}");

        assertThat(imported.content().panels()).hasSize(Content.PANELS_MOST);
        assertThat(imported.leftOut()).containsExactly("900 panels beyond the 100 that a dashboard holds.");
    }

    @Test
    void longAndOddNamesAreShortened() {
        Imported imported = read("{\"panels\": [{\"type\": \"x\", \"title\": \"" + "y".repeat(5_000)
                + "\"}], \"templating\":" + " {\"list\": [{\"name\": \"a b\", \"query\": \"label_values(zone)\"}]}}");

        assertThat(imported.leftOut()).hasSize(2).allMatch(line -> line.length() < 200);
    }

    private static Imported read(String json) {
        return GrafanaImport.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
