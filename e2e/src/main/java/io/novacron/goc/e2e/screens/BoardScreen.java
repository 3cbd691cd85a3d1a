package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Person;
import java.util.List;

/** The global board: counters, list and map of the regions. */
public final class BoardScreen {

    private final Page page;

    /** Opens the board. */
    public BoardScreen(Person person) {
        person.open("");
        page = person.page();
    }

    /** The board that a page is opening. */
    public BoardScreen(Page page) {
        this.page = page;
    }

    /** Waits until the list has so many regions, and hardly one that nothing is known of. */
    public void awaitLiveRegions(int many) {
        page.waitForFunction("""
                many => {
                  const list = document.querySelector('goc-region-list')?.shadowRoot;
                  const rows = list?.querySelector('table')?.ariaRowCount;
                  const ok = document.querySelector('goc-state-counters')?.shadowRoot?.querySelector('[data-state=ok]');
                  return Number(rows) > many && Number(ok?.textContent) > many * 0.9;
                }""", many, new Page.WaitForFunctionOptions().setTimeout(120_000));
    }

    /** The counters by state, the total last. */
    public List<Integer> counts() {
        return page.locator("goc-state-counters .count").allTextContents().stream()
                .map(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .toList();
    }

    /** Waits until the map has drawn another frame. */
    public void awaitNextFrame() {
        page.waitForFunction("""
                () => {
                  const map = document.querySelector('goc-world-map');
                  window.framesBefore ??= map?.frames ?? 0;
                  return (map?.frames ?? 0) > window.framesBefore;
                }""");
    }
}
