package io.novacron.goc.ui.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.ui.lists.FacetValues.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FacetValuesTest {

    private static final Facet<String> CITY = new Facet<>("city", "City", city -> city);

    @Test
    void commonestComeFirstAndEqualOnesByName() {
        FacetValues values = FacetValues.of(CITY, Map.of("Oslo", 2, "Paris", 7, "Bonn", 2), Asked.ALL);

        assertThat(values.values())
                .containsExactly(
                        new Value("Paris", 7, false), new Value("Bonn", 2, false), new Value("Oslo", 2, false));
        assertThat(values.more()).isZero();
    }

    @Test
    void whatIsAskedForIsShownThoughNothingHasItOrManyAreCommoner() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int city = 0; city < FacetValues.SHOWN_MOST + 10; city++) {
            counts.put("City %02d".formatted(city), 5);
        }
        counts.put("Rare", 1);
        Asked asked = Asked.ALL.with("city", "Rare", true).with("city", "Gone", true);

        FacetValues values = FacetValues.of(CITY, counts, asked);

        assertThat(values.values())
                .hasSize(FacetValues.SHOWN_MOST + 2)
                .endsWith(new Value("Rare", 1, true), new Value("Gone", 0, true));
        assertThat(values.more()).isEqualTo(10);
    }
}
