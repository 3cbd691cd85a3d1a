package io.novacron.goc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.OperationsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SavedFiltersTest {

    private final JdbcClient jdbc = TestingDatabase.fresh().client();
    private final SavedFilters filters = new SavedFilters(new SavedFilterStore(jdbc));

    @BeforeEach
    void twoPeople() {
        for (String name : new String[] {"mia", "ben"}) {
            jdbc.sql("insert into account (name, display_name, password_hash, roles, created_at)"
                            + " values (:name, :name, 'x', '{OPERATOR}', now())")
                    .param("name", name)
                    .update();
        }
    }

    @Test
    void eachSeesTheirOwnOfTheListByNameAndTheNewestQuery() {
        filters.save("mia", new SavedFilter("alerts", "worst", "severity=critical"));
        filters.save("mia", new SavedFilter("alerts", " Asia ", "region=Tokyo"));
        filters.save("mia", new SavedFilter("alerts", "worst", "severity=high"));
        filters.save("mia", new SavedFilter("inventory", "mine", "q=a"));
        filters.save("ben", new SavedFilter("alerts", "his", "q=b"));

        assertThat(filters.of("mia", "alerts"))
                .containsExactly(
                        new SavedFilter("alerts", "Asia", "region=Tokyo"),
                        new SavedFilter("alerts", "worst", "severity=high"));
    }

    @Test
    void whatIsRemovedIsGoneAndWhoIsUnknownKeepsNothing() {
        filters.save("mia", new SavedFilter("alerts", "worst", "severity=critical"));
        filters.remove("mia", "alerts", "worst");
        filters.remove("mia", "alerts", "worst");

        assertThat(filters.of("mia", "alerts")).isEmpty();
        assertThatThrownBy(() -> filters.save("nobody", new SavedFilter("alerts", "x", "")))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void thereIsABoundToEachListAndToEachName() {
        for (int each = 0; each < SavedFilters.MOST; each++) {
            filters.save("mia", new SavedFilter("alerts", "filter " + each, "q=" + each));
        }

        assertThatThrownBy(() -> filters.save("mia", new SavedFilter("alerts", "one more", "")))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("50");
        filters.save("mia", new SavedFilter("alerts", "filter 7", "q=other"));
        assertThatThrownBy(() -> new SavedFilter("alerts", " ", "")).isInstanceOf(OperationsException.class);
        assertThatThrownBy(() -> new SavedFilter("alerts", "x".repeat(61), "")).isInstanceOf(OperationsException.class);
        assertThatThrownBy(() -> new SavedFilter("alerts", "x", "q".repeat(2_001)))
                .isInstanceOf(OperationsException.class);
    }
}
