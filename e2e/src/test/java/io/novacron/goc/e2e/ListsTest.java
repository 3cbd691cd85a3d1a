package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody looks for machines in a list, keeps what they look for, and takes it away. */
@ExtendWith(Street.Shared.class)
class ListsTest {

    @Test
    void whatIsLookedForStandsInTheAddressIsKeptAndIsTakenAway(Street street) {
        try (Person operator = street.person()) {
            operator.signIn("operator");
            new BoardScreen(operator).awaitLiveRegions(100);
            operator.open("inventory");
            Page page = operator.page();
            Locator count = page.locator(".goc-list-tools [role=status]");
            assertThat(count).hasText(Pattern.compile("[\\d,]+ hosts"));

            page.getByRole(
                            AriaRole.CHECKBOX,
                            new Page.GetByRoleOptions().setName("Tokyo").setExact(true))
                    .check();
            assertThat(count).hasText(Pattern.compile("[\\d,]+ of [\\d,]+ hosts"));
            page.locator("vaadin-text-field[data-filter] input").fill("tokyo-b");
            page.waitForURL(Pattern.compile("in=Tokyo&q=tokyo-b|q=tokyo-b&in=Tokyo"));
            String asked = count.textContent();
            page.reload();

            assertThat(count).hasText(asked);
            assertThat(page.locator("vaadin-grid")).containsText("ap-tokyo-b-001");
            keep(page, "Tokyo b");
            operator.open("inventory");
            assertThat(count).hasText(Pattern.compile("[\\d,]+ hosts"));
            choose(page, "Saved filters", "Tokyo b");
            assertThat(count).hasText(asked);
            choose(page, "Columns", "Zone");
            page.waitForURL(Pattern.compile("hide=zone"));
            page.keyboard().press("Escape");
            assertThat(csv(page)).startsWith("Host,Region,Told by,First seen\r\nap-tokyo-b-001,Tokyo,simulation,");
            assertThat(operator.complaints()).isEmpty();
        }
    }

    private static void choose(Page page, String menu, String item) {
        page.locator("vaadin-menu-bar-button", new Page.LocatorOptions().setHasText(menu))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .last()
                .click();
    }

    private static void keep(Page page, String name) {
        choose(page, "Saved filters", "Save this filter …");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.getByText("Saved; find it under Saved filters")).isVisible();
    }

    private static String csv(Page page) {
        Download download = page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                .click());
        try {
            return Files.readString(download.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
