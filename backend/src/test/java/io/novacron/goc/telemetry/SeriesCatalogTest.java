package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesCatalogTest {

    private final SeriesCatalog catalog = new SeriesCatalog(1, 2);

    @Test
    void labelsInAnyOrderAreTheSameSeries() {
        Series one = catalog.resolve(SeriesKey.of("cpu", "a", "1", "b", "2"), "test");
        Series other = catalog.resolve(SeriesKey.of("cpu", "b", "2", "a", "1"), "test");

        assertThat(other).isSameAs(one);
        assertThat(catalog.byId(one.id())).isSameAs(one);
        assertThat(catalog.at(one.index())).isSameAs(one);
    }

    @Test
    void aFullCatalogRefusesTheNewAndKeepsTheKnown() {
        Series first = catalog.resolve(SeriesKey.of("one"), "test");
        catalog.resolve(SeriesKey.of("two"), "test");

        assertThatThrownBy(() -> catalog.resolve(SeriesKey.of("three"), "test"))
                .isInstanceOfSatisfying(OperationsException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
                    assertThat(refusal.explanation()).contains("goc.telemetry.series-most");
                });
        assertThat(catalog.resolve(SeriesKey.of("one"), "test")).isSameAs(first);
    }

    @Test
    void aListenerHearsOfEverySeriesOnceWhetherItCameBeforeOrAfter() {
        List<Series> heard = new ArrayList<>();
        Series before = catalog.resolve(SeriesKey.of("before"), "test");

        catalog.listen(heard::addAll);
        Series after = catalog.resolve(SeriesKey.of("after"), "test");
        catalog.resolve(SeriesKey.of("after"), "test");

        assertThat(heard).containsExactly(before, after);
    }

    @Test
    void textThatADatabaseCannotKeepIsRefused() {
        assertThatThrownBy(() -> SeriesKey.of("cpu", "host", "a\0b")).hasMessageContaining("NUL");
        assertThatThrownBy(() -> SeriesKey.of("c\0pu")).hasMessageContaining("NUL");
    }
}
