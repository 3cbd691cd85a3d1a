package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.novacron.goc.e2e.screens.AdminScreen;
import io.novacron.goc.e2e.screens.BoardScreen;
import io.novacron.goc.e2e.screens.Reach;
import io.novacron.goc.e2e.screens.RegionScreen;
import io.novacron.goc.e2e.screens.WarRoomScreen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways of people whom nobody has told where things are: they follow the words on the screen, and use no address. */
@ExtendWith(Street.Shared.class)
class NewcomerTest {

    private static final String NOTE = "On my way; the feed of the zone is being looked at";

    @Test
    void theWorstRegionLeadsToItsBusiestHostAndTheSoundIsMuted(Street street) {
        try (Person newcomer = street.person()) {
            loseZonePower(newcomer, "eu-warsaw", "Warsaw");
            new BoardScreen(newcomer).awaitLiveRegions(100);
            Page page = newcomer.page();

            Locator worst = page.locator("goc-region-list tbody tr").first();
            assertThat(worst).hasAttribute("data-state", "critical");
            worst.click();
            assertThat(page.locator("#reason")).containsText(Pattern.compile("limit|of \\d+ zones|unknown"));
            String name = String.valueOf(page.locator("#busiest a").first().textContent());
            page.locator("#busiest a", new Page.LocatorOptions().setHasText(name))
                    .click();
            assertThat(page.locator(".goc-breadcrumb > :last-child")).hasText(name);
            page.getByText("Last 15 minutes").click();
            button(page, "1 hour").click();
            assertThat(page).hasURL(Pattern.compile(".*/hosts/" + name + "\\?.*from=now-1h.*"));
            assertThat(page.locator("goc-chart", new Page.LocatorOptions().setHasText("CPU"))
                            .first())
                    .isVisible();
            newcomer.picture("newcomer-host");
            page.locator("goc-alarm .bell").click();
            button(page, "Mute").click();
            assertThat(page.locator("goc-alarm .muted")).hasText("MUTED");
            newcomer.picture("newcomer-muted");

            assertThat(newcomer.complaints()).isEmpty();
        }
    }

    /** The on-call person has a phone and one hand. */
    @Test
    void onAPhoneAnAlertIsClaimedAndItsWarRoomIsTold(Street street) {
        try (Person onCall = street.person()) {
            loseZonePower(onCall, "eu-dublin", "Dublin");
            Page page = onCall.page();
            page.setViewportSize(390, 844);
            new BoardScreen(onCall).awaitLiveRegions(100);

            page.locator("goc-rows a", new Page.LocatorOptions().setHasText("Dublin"))
                    .first()
                    .click();
            assertThat(page.locator(".goc-war-bar")).containsText("Dublin");
            assertThat(Reach.cutOff(page)).isEmpty();
            WarRoomScreen.shown(onCall).note(NOTE);
            onCall.picture("phone-war-room");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alerts"))
                    .first()
                    .click();
            page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("Dublin"))
                    .first()
                    .click();
            page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Acknowledge"))
                    .click();
            page.locator("vaadin-dialog vaadin-text-area textarea").fill(NOTE);
            assertThat(Reach.cutOff(page)).isEmpty();
            onCall.picture("phone-acknowledge");
            page.locator("vaadin-dialog vaadin-button:has-text('Acknowledge')").click();
            assertThat(page.getByText(Pattern.compile("[1-9]\\d* acknowledged")))
                    .isVisible();

            assertThat(onCall.complaints()).isEmpty();
        }
    }

    private static void loseZonePower(Person admin, String id, String city) {
        admin.signIn("admin");
        new AdminScreen(admin).loseZonePower(city);
        new RegionScreen(admin, id).awaitState("critical");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
