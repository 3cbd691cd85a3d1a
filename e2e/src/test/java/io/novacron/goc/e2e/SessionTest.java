package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.novacron.goc.e2e.screens.WarRoomScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of somebody's words when the session ends under their hands. */
@ExtendWith(Street.Shared.class)
class SessionTest {

    private static final String NOTE = "Feed B is down; facilities are on their way";

    @Test
    void noteThatWasBeingTypedIsThereAfterSigningInAgain(Street street) {
        try (Person commander = street.person()) {
            Page page = commander.page();
            interrupted(commander, "Power in Lisbon", "Lisbon");

            commander.signInHere("commander");
            page.locator(".goc-war-bar h1").waitFor();

            assertThat(note(page)).hasValue(NOTE);
            assertThat(page.getByText("not sent yet")).isVisible();
            commander.picture("war-room-draft");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Write").setExact(true))
                    .click();
            assertThat(written(page)).isVisible();
            page.reload();
            assertThat(written(page)).isVisible();
            assertThat(note(page)).hasValue("");
            assertThat(commander.complaints()).isEmpty();
        }
    }

    @Test
    void wordsOfOnePersonAreNotShownToTheNextAtTheSameMachine(Street street) {
        try (Person machine = street.person()) {
            Page page = machine.page();
            interrupted(machine, "Cooling in Vienna", "Vienna");

            machine.signInHere("operator");
            page.locator(".goc-war-bar h1").waitFor();

            assertThat(note(page)).hasValue("");
            assertThat(machine.complaints()).isEmpty();
        }
    }

    /** A commander types a note in a war room, and the session ends before it is sent. */
    private static void interrupted(Person commander, String title, String region) {
        commander.signIn("commander");
        Page page = commander.page();
        String room = WarRoomScreen.declare(commander, title, region).path();
        commander.open(room);
        note(page).pressSequentially(NOTE);
        page.context().clearCookies();
        commander.open(room);
        assertThat(page.locator("vaadin-text-field[name=username]")).isVisible();
    }

    private static Locator written(Page page) {
        return page.locator(".goc-timeline-entry", new Page.LocatorOptions().setHasText(NOTE));
    }

    private static Locator note(Page page) {
        return page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
    }
}
