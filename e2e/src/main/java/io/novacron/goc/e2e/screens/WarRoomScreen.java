package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.novacron.goc.e2e.Person;

/** The incidents and the war room of one of them. */
public final class WarRoomScreen {

    private final Page page;

    private WarRoomScreen(Page page) {
        this.page = page;
    }

    /** Waits in the list of incidents until one of the region stands there, and goes in. */
    public static WarRoomScreen ofRegion(Person person, String region) {
        person.open("incidents");
        Page page = person.page();
        page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(region))
                .first()
                .click();
        page.locator(".goc-war-bar h1").waitFor();
        return new WarRoomScreen(page);
    }

    /** Declares an incident by hand and is led into its war room. */
    public static WarRoomScreen declare(Person person, String title, String region) {
        person.open("incidents");
        Page page = person.page();
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Declare incident"))
                .click();
        Locator dialog = page.locator(".goc-form");
        dialog.getByLabel("What is wrong").fill(title);
        dialog.getByLabel("Region").fill(region);
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(region))
                .first()
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Declare").setExact(true))
                .click();
        page.locator(".goc-war-bar h1").waitFor();
        return new WarRoomScreen(page);
    }

    /** Goes to the war room that somebody named. */
    public static WarRoomScreen at(Person person, String path) {
        person.open(path);
        return shown(person);
    }

    /** The one that is on the screen. */
    public static WarRoomScreen shown(Person person) {
        person.page().locator(".goc-war-bar h1").waitFor();
        return new WarRoomScreen(person.page());
    }

    /** Where it is; by its number on screen, because the address bar may lag behind. */
    public String path() {
        return "incidents/" + heading().replaceFirst("(?s)^\\s*#(\\d+).*", "$1");
    }

    /** The incident's title, without its number. */
    public String title() {
        return heading().replaceFirst("^#\\d+ · ", "").strip();
    }

    private String heading() {
        return String.valueOf(page.locator(".goc-war-bar h1").textContent());
    }

    public Locator commander() {
        return page.locator("#commander");
    }

    public Locator status() {
        return page.locator("#status");
    }

    public Locator bar() {
        return page.locator(".goc-war-bar");
    }

    public Locator button(String name) {
        return page.locator("vaadin-button", new Page.LocatorOptions().setHasText(name));
    }

    /** What the screen has told the person lately. */
    public Locator notices() {
        return page.locator("vaadin-notification-card");
    }

    public Locator text(String text) {
        return page.getByText(text);
    }

    public void addTask(String title, String assignee) {
        page.locator("vaadin-text-field[placeholder='New task'] input").fill(title);
        page.locator("vaadin-text-field[placeholder='for whom'] input").fill(assignee);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        text(title + " · " + assignee).first().waitFor();
    }

    public void note(String text) {
        page.locator("vaadin-text-field[placeholder='What you see, decide or do'] input")
                .fill(text);
        button("Write").click();
        page.locator(".goc-timeline-entry", new Page.LocatorOptions().setHasText(text))
                .first()
                .waitFor();
    }

    /** Writes the summary in the dialog, without sending it yet. */
    public void prepareResolution(String summary) {
        button("Resolve …").click();
        page.locator("vaadin-dialog vaadin-text-area textarea, vaadin-dialog-overlay vaadin-text-area textarea")
                .first()
                .fill(summary);
    }

    public void confirmResolution() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Resolve").setExact(true))
                .click();
    }
}
