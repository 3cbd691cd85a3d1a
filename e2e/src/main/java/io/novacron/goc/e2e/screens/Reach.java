package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether everything that can be used on a page can be brought into sight, however small the page is. */
public final class Reach {

    private static final String CUT_OFF = """
            () => {
              const USED = 'a[href], button, input, textarea, vaadin-button, vaadin-checkbox, vaadin-select, ' +
                'vaadin-tab, vaadin-menu-bar-button, summary';
              const cut = [];
              const parent = each => each.assignedSlot ?? each.parentElement ?? each.getRootNode().host ?? null;
              const scrolls = overflow => overflow === 'auto' || overflow === 'scroll';
              const look = each => {
                const box = each.getBoundingClientRect();
                if (!each.checkVisibility({ visibilityProperty: true }) || box.width < 2 || box.height < 2) {
                  return;
                }
                const x = (box.left + box.right) / 2;
                const y = (box.top + box.bottom) / 2;
                let byX = false;
                let byY = false;
                for (let frame = parent(each); frame; frame = parent(frame)) {
                  const { overflowX, overflowY } = getComputedStyle(frame);
                  const clip = frame.getBoundingClientRect();
                  byX ||= scrolls(overflowX);
                  byY ||= scrolls(overflowY);
                  const hides = ['hidden', 'clip'];
                  if ((!byX && hides.includes(overflowX) && (x < clip.left || x > clip.right)) ||
                      (!byY && hides.includes(overflowY) && (y < clip.top || y > clip.bottom))) {
                    cut.push(`${each.localName}.${each.className} “${each.textContent.trim().slice(0, 30)}” in ` +
                      `${frame.localName}.${frame.className}`);
                    return;
                  }
                }
                const page = document.scrollingElement;
                if ((!byX && (x < 0 || x > innerWidth)) || (!byY && (y < 0 || y > page.scrollHeight))) {
                  cut.push(`${each.localName}.${each.className} “${each.textContent.trim().slice(0, 30)}”`);
                }
              };
              const walk = root => {
                root.querySelectorAll(USED).forEach(each => each.closest('.goc-skip, vaadin-grid') || look(each));
                root.querySelectorAll('*').forEach(each =>
                  each.localName.startsWith('goc-') && each.shadowRoot && walk(each.shadowRoot));
              };
              walk(document.body);
              if (document.scrollingElement.scrollWidth > innerWidth + 1) {
                const wide = [...document.body.querySelectorAll('*')].filter(each =>
                  each.getBoundingClientRect().right > innerWidth + 1).slice(-3);
                cut.push(`the page is ${document.scrollingElement.scrollWidth} wide: ` +
                  wide.map(each => `${each.localName}.${each.className} “${each.textContent.trim().slice(0, 30)}”`));
              }
              return cut;
            }
            """;

    private Reach() {}

    /** What can be used and can neither be seen nor scrolled to. */
    public static List<String> cutOff(Page page) {
        return ((List<?>) page.evaluate(CUT_OFF)).stream().map(String::valueOf).toList();
    }
}
