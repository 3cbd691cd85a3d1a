package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Person;
import java.nio.file.Path;

/** The list of reports. */
public final class ReportsScreen {

    private final Page page;

    public ReportsScreen(Person person) {
        person.open("reports");
        page = person.page();
    }

    /** Asks for the report over the last 24 hours, waits until it is ready and takes it. */
    public Path make() {
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Make report"))
                .click();
        page.locator("a[data-report]").first().waitFor();
        Download download = page.waitForDownload(
                () -> page.locator("a[data-report]").first().click());
        return download.path();
    }
}
