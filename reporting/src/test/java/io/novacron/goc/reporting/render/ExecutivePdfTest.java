package io.novacron.goc.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.availability.AvailabilityFigures;
import io.novacron.goc.availability.AvailabilityPoint;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.reporting.model.ExecutiveFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutivePdfTest {

    private static final TimeRange DAY =
            new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @Test
    void sameFactsGiveTheSameBytes() {
        assertThat(ExecutivePdf.of(facts(3, "Frankfurt: 6.3 % of requests fail")))
                .isEqualTo(ExecutivePdf.of(facts(3, "Frankfurt: 6.3 % of requests fail")));
        assertThat(ExecutivePdf.of(facts(3, "Frankfurt"))).isNotEqualTo(ExecutivePdf.of(facts(3, "Tokyo")));
    }

    @ParameterizedTest(name = "{0} incidents")
    @ValueSource(ints = {0, 1, 60})
    void everyIncidentIsReadableInTheText(int incidents) throws IOException {
        byte[] document = ExecutivePdf.of(facts(incidents, "Frankfurt: 6.3 % of requests fail (limit 5 %)"));

        keep(document, incidents);
        String text = text(document);
        assertThat(text).contains("99.98 %", "about 1 of 5,000 requests failed", "simulated fleet", "Sao Paulo");
        for (int i = 1; i <= incidents; i++) {
            assertThat(text).contains("#" + i + " Frankfurt: 6.3 % of requests fail (limit 5 %)");
        }
        assertThat(text).contains(incidents == 0 ? "There was none." : "#1 ");
    }

    @Test
    void titleThatNoFontHasDoesNotStopTheReport() throws IOException {
        String text = text(ExecutivePdf.of(facts(1, "São Paulo \u2603\uD83D\uDD25 " + "x".repeat(200))));

        assertThat(text).contains("São Paulo");
    }

    @Test
    void nothingMeasuredIsSaidAndNotShownAsPerfect() throws IOException {
        AvailabilityFigures none = new AvailabilityFigures(
                Double.NaN, 0, Duration.ZERO, Duration.ofMillis(86), Duration.ofMillis(86), Map.of());
        ExecutiveFacts facts = new ExecutiveFacts(DAY, "99.9999", none, List.of(), List.of(), List.of(), false);

        assertThat(text(ExecutivePdf.of(facts)))
                .contains("not measured", "No region was measured")
                .doesNotContain("100");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0.999999, 0.99999949, 1, 0.98, 0.99995})
    void availabilityIsNeverRoundedUp(double ratio) {
        double shown = Double.parseDouble(ExecutivePdf.percent(ratio).replace(" %", ""));

        assertThat(shown).isLessThanOrEqualTo(ratio * 100 + 1e-9);
    }

    private static ExecutiveFacts facts(int incidents, String title) {
        AvailabilityFigures figures = new AvailabilityFigures(
                0.9998,
                0.97,
                Duration.ofSeconds(17),
                Duration.ofMillis(86),
                Duration.ofMillis(86).minusSeconds(17),
                Map.of());
        List<AvailabilityPoint> curve = IntStream.range(0, 96)
                .mapToObj(i -> new AvailabilityPoint(
                        DAY.from().plusSeconds(900L * i), i == 40 ? 0.93 : i < 4 ? Double.NaN : 0.9999, 1))
                .toList();
        List<ExecutiveFacts.IncidentLine> lines = IntStream.rangeClosed(1, incidents)
                .mapToObj(i -> new ExecutiveFacts.IncidentLine(
                        i,
                        title,
                        "critical",
                        DAY.from().plusSeconds(600L * i),
                        Duration.ofMinutes(14),
                        i == incidents,
                        "ada",
                        "Power was lost in zone b; the other zones took the load after a minute."))
                .toList();
        List<ExecutiveFacts.RegionLine> worst = List.of(
                new ExecutiveFacts.RegionLine("Frankfurt", 0.9931, Duration.ofMinutes(9), 1),
                new ExecutiveFacts.RegionLine("Sao Paulo", 0.99995, Duration.ofSeconds(4), 0.98));
        return new ExecutiveFacts(DAY, "99.9999", figures, curve, lines, worst, true);
    }

    private static String text(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        }
    }

    /** Keeps the documents so that people can look at them. */
    private static void keep(byte[] document, int incidents) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        Files.write(folder.resolve("executive-%d.pdf".formatted(incidents)), document);
    }
}
