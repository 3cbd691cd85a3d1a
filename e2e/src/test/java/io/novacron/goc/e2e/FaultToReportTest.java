package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.novacron.goc.e2e.screens.AdminScreen;
import io.novacron.goc.e2e.screens.BoardScreen;
import io.novacron.goc.e2e.screens.RegionScreen;
import io.novacron.goc.e2e.screens.ReportsScreen;
import io.novacron.goc.e2e.screens.WarRoomScreen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of one fault: injected, seen, alerted, led, resolved, reported. */
@ExtendWith(Street.Shared.class)
class FaultToReportTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void zonePowerLossBecomesAnIncidentAndIsReadInTheReport(Street street) throws IOException {
        try (Person admin = street.person()) {
            admin.signIn("admin");
            BoardScreen board = new BoardScreen(admin);
            board.awaitLiveRegions(120);
            board.awaitNextFrame();
            List<Integer> counts = board.counts();
            admin.picture("board");
            new AdminScreen(admin).loseZonePower("Frankfurt");
            admin.picture("admin-faults");

            RegionScreen region = new RegionScreen(admin, "eu-frankfurt");
            region.awaitState("critical");
            admin.picture("region");
            String reason = region.reason();
            WarRoomScreen room = WarRoomScreen.ofRegion(admin, "Frankfurt");
            assertThat(room.bar()).containsText("war room active", PATIENTLY);
            String title = room.title();
            lead(room);
            admin.picture("war-room");
            resolve(room);
            admin.picture("war-room-resolved");
            Path document = new ReportsScreen(admin).make();
            admin.picture("reports");
            admin.open("alerts");
            admin.page().locator("vaadin-grid").waitFor();
            admin.picture("alerts");
            acknowledgeByKeys(admin);
            admin.open("incidents");
            admin.page().locator("vaadin-grid").waitFor();
            admin.picture("incidents");
            admin.page().keyboard().press("j");
            admin.page().keyboard().press("Enter");
            admin.page().locator(".goc-war-bar h1").waitFor();

            assertThat(counts.subList(0, counts.size() - 1).stream()
                            .mapToInt(each -> each)
                            .sum())
                    .as("the states add up to the regions")
                    .isEqualTo(counts.getLast())
                    .as("those of the fleet, and one for hosts of others that name none")
                    .isBetween(120, 121);
            assertThat(reason).as("why the region is critical").isNotBlank();
            assertThat(text(document)).contains(title);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** The first alert is walked to and claimed without a mouse. */
    private static void acknowledgeByKeys(Person person) {
        Locator firing = person.page().locator("vaadin-grid-cell-content:has-text('firing')");
        assertThat(firing.first()).isVisible();
        person.page().keyboard().press("j");
        person.page().keyboard().press("a");
        person.page().locator("vaadin-dialog vaadin-text-area textarea").fill("By hand, without a mouse");
        person.page()
                .locator("vaadin-dialog vaadin-button:has-text('Acknowledge')")
                .click();
        assertThat(person.page()
                        .locator("vaadin-grid-cell-content:has-text('✓ admin')")
                        .first())
                .isVisible();
    }

    private static void lead(WarRoomScreen room) {
        room.button("Take command").click();
        assertThat(room.commander()).containsText("admin leads", PATIENTLY);
        room.addTask("Move the load to the other zones", "operator");
        room.note("Power in one zone is gone; the others carry it");
    }

    private static void resolve(WarRoomScreen room) {
        room.prepareResolution("Zone lost its power; the other zones took the load.");
        room.confirmResolution();
        assertThat(room.status()).containsText("Resolved", PATIENTLY);
    }

    private static String text(Path document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document.toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
