package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.novacron.goc.e2e.screens.WarRoomScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people at the same incident, each in a browser of their own: one acts, the other is told. */
@ExtendWith(Street.Shared.class)
class TwoPeopleTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000).setIgnoreCase(true);

    @Test
    void secondResolverIsToldWhoResolvedAndLosesNothing(Street street) {
        try (Person admin = street.person();
                Person commander = street.person()) {
            admin.signIn("admin");
            commander.signIn("commander");
            WarRoomScreen first = WarRoomScreen.declare(admin, "Two at once", "Osaka");
            WarRoomScreen second = WarRoomScreen.at(commander, first.path());

            first.button("Take command").click();
            assertThat(second.commander()).containsText("admin leads", PATIENTLY);
            first.prepareResolution("The zone has power again.");
            second.prepareResolution("I resolve it as well.");
            first.confirmResolution();
            assertThat(second.status()).containsText("Resolved", PATIENTLY);
            second.confirmResolution();
            assertThat(second.notices().last()).containsText("was resolved by admin", PATIENTLY);
            commander.picture("second-resolver");

            assertThat(second.text("The zone has power again.").first()).isVisible();
            assertThat(admin.complaints()).isEmpty();
            assertThat(commander.complaints()).isEmpty();
        }
    }
}
