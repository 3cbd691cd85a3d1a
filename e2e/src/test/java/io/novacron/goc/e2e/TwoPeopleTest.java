package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.novacron.goc.e2e.screens.AdminScreen;
import io.novacron.goc.e2e.screens.WarRoomScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people at the same incident: the second is told what the first did. */
@ExtendWith(Street.Shared.class)
class TwoPeopleTest {

    @Test
    void secondResolverIsToldWhoResolvedAndLosesNothing(Street street) {
        try (Person admin = street.person();
                Person commander = street.person()) {
            admin.signIn("admin");
            commander.signIn("commander");
            new AdminScreen(admin).loseZonePower("Osaka");
            WarRoomScreen first = WarRoomScreen.ofRegion(admin, "Osaka");
            WarRoomScreen second = WarRoomScreen.at(commander, first.path());

            first.button("Take command").click();
            assertThat(second.commander()).containsText("admin leads", patiently());
            first.prepareResolution("The zone has power again.");
            second.prepareResolution("I resolve it as well.");
            first.confirmResolution();
            assertThat(second.status()).containsText("Resolved", patiently());
            second.confirmResolution();

            assertThat(second.text("admin").last()).isVisible();
            assertThat(commander.page().locator("vaadin-notification-card").last())
                    .containsText("resolved", patiently());
        }
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000).setIgnoreCase(true);
    }
}
