package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Person;

/** Dashboards as somebody makes them. */
public final class Boards {

    private Boards() {}

    /** Keeps a chart of Explore on a new dashboard; returns its address. */
    public static String made(Person person) {
        Page page = person.page();
        person.open("explore?q=avg%20by%20(zone)%20(service_error_ratio%7Bregion%3D%22eu-oslo%22%7D)");
        page.locator("goc-chart").waitFor();
        page.locator("vaadin-button:text-is('Keep on a dashboard')").click();
        page.locator("vaadin-dialog vaadin-text-field input").last().fill("To be looked at");
        page.locator("vaadin-button:text-is('Keep')").click();
        page.waitForURL("**/dashboards/*");
        page.locator("goc-panel-grid").waitFor();
        return page.url().replaceFirst("^https?://[^/]+/", "");
    }
}
