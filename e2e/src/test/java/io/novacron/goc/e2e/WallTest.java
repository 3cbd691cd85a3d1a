package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walls: boards one after another, with a key, with a link, without signing in. */
@ExtendWith(Street.Shared.class)
class WallTest {

    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void aWallIsOneKeyAwayAndTurnsByItself(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            page.locator("goc-region-list").waitFor();
            page.keyboard().press("d");
            page.keyboard().press("k");
            assertThat(page).hasURL(Pattern.compile(".*/wall\\?b=world.*"));
            operator.open("wall?b=world:5&b=world:5");

            assertThat(page.locator("goc-wall h1")).hasText("World");
            page.locator("goc-wall [aria-label='Board 2 of 2']").waitFor();
            assertThat(page.locator("goc-wall .clock")).containsText("UTC");
            assertThat(page.locator("goc-live-bar[live]")).isAttached();
            operator.picture("wall");

            operator.open("wall?b=moon:3");
            assertThat(page.locator(".goc-empty")).containsText("there is no board");
            Assertions.assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void aKioskLinkShowsItsBoardsToAnybodyUntilItIsRevoked(Street street) {
        try (Person admin = street.person();
                Person passerBy = street.person()) {
            admin.signIn("admin");
            Page page = admin.page();
            admin.open("dashboards");
            page.locator("vaadin-button:text-is('Wall')").click();
            page.getByLabel("Name of the link").fill("Lobby");
            page.locator("vaadin-button:text-is('Make a kiosk link')").click();
            Locator shown = page.locator("vaadin-dialog .goc-code");
            assertThat(shown).containsText("/kiosk/");
            String address = String.valueOf(shown.textContent()).replaceFirst(".*(http\\S+)$", "$1");

            passerBy.page().navigate(address);
            assertThat(passerBy.page().locator("goc-wall h1")).isVisible();
            assertThat(passerBy.page().locator("goc-live-bar[live]")).isAttached();
            passerBy.picture("kiosk");
            passerBy.open("alerts");
            assertThat(passerBy.page()).hasURL(Pattern.compile(".*/login$"));
            passerBy.page().navigate(address);
            assertThat(passerBy.page().locator("goc-wall h1")).isVisible();
            page.locator("vaadin-button:text-is('Revoke')").first().click();
            assertThat(passerBy.page().locator(".goc-empty").last())
                    .containsText("shows nothing any more", WITHIN_A_MINUTE);
            passerBy.open("kiosk/nonsense");
            assertThat(passerBy.page().locator(".goc-empty")).containsText("shows nothing any more");

            Assertions.assertThat(admin.complaints()).isEmpty();
            Assertions.assertThat(passerBy.complaints()).isEmpty();
        }
    }
}
