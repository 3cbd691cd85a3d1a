package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways that hands know, without a mouse. */
@ExtendWith(Street.Shared.class)
class KeyboardTest {

    /** More rows than can be seen at once. */
    private static final int DOWN = 60;

    @Test
    void paletteLeadsDownAndEscLeadsUpAgain(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();

            find(page, "frankfurt");
            arrive(page, "regions/eu-frankfurt", "Frankfurt");
            find(page, "eu-frankfurt-a-");
            arrive(page, "hosts/eu-frankfurt-a-.*", "eu-frankfurt-a-");
            operator.picture("host-by-keyboard");
            page.keyboard().press("Escape");
            arrive(page, "regions/eu-frankfurt/a", "Zone a");
            page.keyboard().press("Escape");
            arrive(page, "regions/eu-frankfurt", "Frankfurt");

            assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void sheetShowsTheKeysAndGAndALetterGoesToAScreen(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            Page page = operator.page();
            page.locator("goc-region-list").waitFor();

            page.keyboard().press("?");
            Locator sheet = page.locator("goc-shortcuts dialog");
            assertThat(sheet).containsText("Find a place");
            operator.picture("shortcuts");
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("a");
            assertThat(page).hasURL(Pattern.compile(".*/alerts$"));

            assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void boardIsWalkedFartherThanCanBeSeenAndEnterOpensTheRegion(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            new BoardScreen(operator).awaitLiveRegions(100);
            Page page = operator.page();
            Locator here = page.locator("goc-region-list tr:focus");

            for (int row = 1; row <= DOWN; row++) {
                page.keyboard().press("j");
                assertThat(here).hasCount(1);
            }
            assertThat(here).isInViewport();
            assertThat(here).hasAttribute("aria-rowindex", Pattern.compile("[4-9]\\d"));
            page.keyboard().press("k");
            String region = String.valueOf(here.getAttribute("data-region"));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/regions/" + region + "$"));

            assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void settingsAreKeptAndAMutedBellSaysSo(Street street) {
        try (Person executive = street.person()) {
            executive.signIn("executive");
            Page page = executive.page();

            executive.open("settings");
            choose(page, "Theme", "High contrast");
            page.locator("vaadin-button:has-text('Save')").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "contrast");
            executive.open("");
            assertThat(page.locator("html")).hasAttribute("data-theme", "contrast");
            page.locator("goc-region-list").waitFor();
            page.keyboard().press("m");
            assertThat(page.locator("goc-alarm .muted")).hasText("MUTED");
            executive.picture("board-contrast");
            page.keyboard().press("m");
            assertThat(page.locator("goc-alarm .muted")).hasCount(0);

            assertThat(executive.complaints()).isEmpty();
        }
    }

    /** The address changes first; the screen is there when its breadcrumb ends with its name. */
    private static void arrive(Page page, String address, String name) {
        assertThat(page).hasURL(Pattern.compile(".*/" + address + "$"));
        assertThat(page.locator(".goc-breadcrumb > :last-child")).containsText(name);
    }

    private static void find(Page page, String text) {
        page.locator("goc-live-bar[live]").waitFor(Person.attached());
        page.keyboard().press("Control+k");
        page.locator("goc-palette input").fill(text);
        Locator first = page.locator("goc-palette li").first();
        assertThat(first).containsText(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
        page.keyboard().press("Enter");
    }

    private static void choose(Page page, String label, String item) {
        page.locator("vaadin-select:has(label:has-text('%s'))".formatted(label)).click();
        page.locator("vaadin-select-item:has-text('%s')".formatted(item)).last().click();
    }
}
