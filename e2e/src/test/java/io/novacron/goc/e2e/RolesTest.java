package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each role is offered, and that asking for more by its address is of no use. */
@ExtendWith(Street.Shared.class)
class RolesTest {

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource({
        "operator, Board Explore Dashboards Alerts Incidents Maintenance, admin",
        "commander, Board Explore Dashboards Alerts Incidents Maintenance Reports, admin",
        "executive, Board Explore Dashboards Reports, incidents",
        "auditor, Board Explore Dashboards Alerts Incidents Maintenance Reports Audit, admin",
        "admin, Board Explore Dashboards Alerts Incidents Maintenance Reports Admin Audit, ''"
    })
    void roleSeesWhatItMay(String role, String offered, String refused, Street street) {
        try (Person person = street.person()) {
            person.signIn(role);
            List<String> seen = person.page().locator(".goc-nav a").allTextContents();
            person.picture("signed-in-" + role);

            if (!refused.isEmpty()) {
                person.open(refused);
                person.page().locator(".goc-denied").waitFor();
                person.picture("denied-" + role);
            }

            assertThat(seen).containsExactlyInAnyOrder(offered.split(" "));
            assertThat(person.page()
                            .locator(".goc-content vaadin-grid, .goc-content vaadin-tabs")
                            .count())
                    .as("%s is refused at %s", role, refused)
                    .isZero();
        }
    }
}
