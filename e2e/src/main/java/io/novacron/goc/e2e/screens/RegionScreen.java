package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Person;

/** One region and its state. */
public final class RegionScreen {

    private final Page page;

    public RegionScreen(Person person, String region) {
        person.open("regions/" + region);
        page = person.page();
    }

    public void awaitState(String state) {
        Locator badge = page.locator(".goc-toolbar .goc-state[data-state=%s]".formatted(state));
        badge.first().waitFor();
    }

    public String reason() {
        return String.valueOf(page.locator("#reason").textContent());
    }
}
