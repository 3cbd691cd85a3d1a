package io.novacron.goc.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.Condition;
import io.novacron.goc.telemetry.Condition.Comparison;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FacetTest {

    @Test
    void facetsCountTheirSeriesAndTheCommonestOfALabelComesFirst() {
        List<Series> series = List.of(series(0, "a", "x"), series(1, "b", "x"), series(2, "b", "x"));

        assertThat(Facet.of(series)).extracting(Facet::words).containsExactly("kind=x (3)", "zone=b (2)", "zone=a (1)");
    }

    @Test
    void severalValuesOfALabelAreOnePatternThatIsReadAsTheSameValues() {
        List<Facet> chosen = List.of(facet("zone", "a.b"), facet("kind", "x"), facet("zone", "c|d"));

        List<Condition> conditions = Facet.conditions(chosen);

        assertThat(conditions)
                .extracting(Condition::toString)
                .containsExactly("zone=~\"a\\\\.b|c\\\\|d\"", "kind=\"x\"");
        assertThat(conditions.stream().flatMap(Facet::of).toList())
                .hasSize(chosen.size())
                .allMatch(read -> chosen.stream().anyMatch(read::sameAs));
    }

    @Test
    void aPatternThatDoesMoreThanListStaysWhatItIs() {
        Condition pattern = new Condition("zone", Comparison.MATCHES, "a.*|b");

        assertThat(Facet.of(pattern))
                .extracting(Facet::kind, Facet::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Comparison.MATCHES, "a.*|b"));
    }

    @Test
    void aQuestionSaysTheUnitByTheNameOfItsMetric() {
        assertThat(Units.of(Question.of("avg (service_error_ratio{})"))).isEqualTo("ratio");
        assertThat(Units.of(Question.of("sum (rate(received_bytes_total{}[$__rate_interval]))")))
                .isEqualTo("B/s");
        assertThat(Units.of(Question.of("count (service_error_ratio{})"))).isEmpty();
        assertThat(Units.of(Optional.empty())).isEmpty();
    }

    @Test
    void expressionsAreAboutAPlaceWhenAllFixTheSame() {
        String zone = "avg (errors{region=\"eu-oslo\",zone=\"a\"})";

        assertThat(AboutPlace.of(List.of(zone, "", "max (latency{zone=\"a\",region=\"eu-oslo\"})")))
                .contains(Place.of(new ZoneKey(new RegionId("eu-oslo"), "a")));
        assertThat(AboutPlace.of(List.of(zone, "avg (errors{region=\"eu-oslo\"})")))
                .isEmpty();
        assertThat(AboutPlace.of(List.of("1 + 1"))).isEmpty();
        assertThat(AboutPlace.of(List.of())).isEmpty();
    }

    private static Facet facet(String label, String value) {
        return new Facet(label, Comparison.EQUAL, value, -1);
    }

    private static Series series(int index, String zone, String kind) {
        return new Series(index, index, SeriesKey.of("errors", "zone", zone, "kind", kind), "test");
    }
}
