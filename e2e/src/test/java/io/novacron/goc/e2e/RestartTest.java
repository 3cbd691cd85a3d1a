package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.novacron.goc.e2e.screens.RegionScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The live connection over the death of the server. */
@ExtendWith(Street.Shared.class)
class RestartTest {

    @Test
    void pageSaysNotLiveAndComesBackByItselfInTheSamePlace(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            RegionScreen region = new RegionScreen(operator, "ap-tokyo");
            region.awaitState("ok");
            Locator lost = operator.page().locator("goc-live-bar .lost");
            Locator live = operator.page().locator("goc-live-bar[live]");

            street.server().kill();
            lost.waitFor();
            String said = lost.textContent();
            operator.picture("not-live");
            street.server().start();
            live.waitFor(Person.attached().setTimeout(120_000));
            region.awaitState("ok");
            operator.picture("live-again");

            assertThat(said).contains("NOT LIVE", "last update", "UTC");
            assertThat(operator.page().url()).endsWith("regions/ap-tokyo");
        }
    }
}
