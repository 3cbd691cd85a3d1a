package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Person;

/** The admin view: faults and tokens. */
public final class AdminScreen {

    private final Page page;

    public AdminScreen(Person person) {
        person.open("admin");
        page = person.page();
        page.locator("vaadin-tab").first().waitFor();
    }

    public void tab(String name) {
        page.locator("vaadin-tab", new Page.LocatorOptions().setHasText(name)).click();
    }

    /** Takes the power from the first zone of a region. */
    public void loseZonePower(String region) {
        prepareZonePowerLoss(region);
        page.locator("#inject").click();
        cell("Zone power loss").first().waitFor();
    }

    /** Chooses the first zone of a region for a power loss, up to the button. */
    public void prepareZonePowerLoss(String region) {
        tab("Faults");
        Locator regions = page.locator("vaadin-combo-box#fault-region input");
        regions.fill(region);
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(region))
                .first()
                .click();
        page.waitForFunction("() => document.querySelector('vaadin-combo-box#fault-zone').value !== ''");
    }

    /** Issues a token for a Prometheus and returns its secret, which is shown once. */
    public String connectPrometheus(String name) {
        tab("Sources");
        page.locator("vaadin-text-field[placeholder='name of the source'] input")
                .fill(name);
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Connect a source"))
                .click();
        String lines = page.locator("pre:has-text('credentials')").textContent();
        return lines.replaceFirst("(?s).*credentials: ([^}]+)}.*", "$1").strip();
    }

    /** Issues a token with these scopes and returns its secret, which is shown once. */
    public String issueToken(String name, String... scopes) {
        tab("Tokens");
        page.locator("vaadin-text-field:has-text('Name') input").last().fill(name);
        Locator field = page.locator("vaadin-multi-select-combo-box");
        for (String scope : scopes) {
            field.locator("input").fill(scope);
            page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText(scope))
                    .first()
                    .click();
        }
        field.locator("input").press("Escape");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Issue token"))
                .click();
        String shown = page.locator("pre:has-text('Bearer')").textContent();
        return shown.replaceFirst("(?s).*Bearer ", "").strip();
    }

    public Locator cell(String text) {
        return page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(text));
    }
}
