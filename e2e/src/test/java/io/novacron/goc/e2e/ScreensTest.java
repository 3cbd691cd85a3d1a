package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.novacron.goc.e2e.screens.Boards;
import io.novacron.goc.e2e.screens.Gallery;
import io.novacron.goc.e2e.screens.WarRoomScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every screen in every theme: nothing that axe holds to be serious or critical, nothing that cannot be reached at
 * twice the size or on a phone, and the look of its reference. The pictures are under {@code target/screens}, with
 * {@code index.html} to look through them.
 */
@ExtendWith(Street.Shared.class)
class ScreensTest {

    private static final List<String> THEMES = List.of("dark", "light", "contrast");
    /** What stands on the others depends on what the journeys before have done. */
    private static final Set<String> ALIKE = Set.of("login", "settings", "style", "unknown");

    /** Made to be read across a room, and on nothing small. */
    private static final String WALL = "wall";

    private static final Path AXE = Path.of("../frontend/node_modules/axe-core/axe.min.js");
    private static final String SERIOUS = """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ` + nodes.slice(0, 4)
                .map(({ target, any }) => `${target.flat().join(' ')} (${any[0]?.message ?? ''})`).join(', '))
            """;

    private static final String PAINT = """
            theme => new Promise(painted => {
              document.documentElement.dataset.theme = theme;
              document.dispatchEvent(new CustomEvent('goc-preferences-changed'));
              document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(painted)));
            })
            """;

    @Test
    void everyScreenIsReadableByEverybodyInEveryTheme(Street street) throws IOException {
        String axe = Files.readString(AXE);
        Gallery gallery = new Gallery(Path.of("target", "screens"), Path.of("src", "test", "references"), ALIKE);
        List<String> complaints = new ArrayList<>();
        try (Person admin = street.person()) {
            admin.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            admin.open("login");
            admin.page().locator("vaadin-login-form input[name=username]:focus").waitFor();
            look(admin, "login", axe, gallery, complaints);
            admin.signIn("admin");
            for (Map.Entry<String, String> screen : screens(admin).entrySet()) {
                admin.open(screen.getValue());
                admin.page().locator("goc-live-bar[live]").waitFor(Person.attached());
                look(admin, screen.getKey(), axe, gallery, complaints);
            }
            assertThat(complaints).as("complaints %s", complaints).isEmpty();
            assertThat(gallery.changed()).as("changed %s", gallery.changed()).isEmpty();
            assertThat(admin.complaints()).isEmpty();
        } finally {
            gallery.index();
        }
    }

    private static void look(Person person, String name, String axe, Gallery gallery, List<String> complaints) {
        Page page = person.page();
        page.evaluate(axe);
        for (String theme : THEMES) {
            page.evaluate(PAINT, theme);
            gallery.take(page, name, theme);
            for (Object violation : (List<?>) page.evaluate(SERIOUS)) {
                complaints.add("%s, %s: %s".formatted(name, theme, violation));
            }
        }
        if (!name.equals(WALL)) {
            complaints.addAll(gallery.cutOffWhenSmall(page, name));
        }
    }

    /** The address of each screen by its name, with things on them that are there. */
    private static Map<String, String> screens(Person admin) {
        String room = WarRoomScreen.declare(admin, "To be looked at", "Oslo").path();
        admin.open("regions/eu-oslo/a");
        String host = firstCell(admin.page());
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("board", "");
        screens.put("region", "regions/eu-oslo");
        screens.put("zone", "regions/eu-oslo/a");
        screens.put("host", "hosts/" + host);
        screens.put("vm", vmOf(admin, host));
        screens.put("metric", "metrics/service_error_ratio");
        screens.put("explore", "explore?q=avg%20by%20(zone)%20(service_error_ratio%7Bregion%3D%22eu-oslo%22%7D)");
        screens.put("dashboards", "dashboards");
        screens.put("dashboard", Boards.made(admin));
        screens.put(WALL, "wall?b=world:3600");
        screens.put("inventory", "inventory?in=Oslo");
        screens.put("alerts", "alerts");
        screens.put("incidents", "incidents");
        screens.put("war-room", room);
        screens.put("maintenance", "maintenance");
        screens.put("reports", "reports");
        screens.put("audit", "audit");
        screens.put("admin", "admin");
        screens.put("settings", "settings");
        screens.put("style", "style");
        screens.put("unknown", "regions/nowhere");
        return screens;
    }

    private static String vmOf(Person admin, String host) {
        admin.open("hosts/" + host);
        return String.valueOf(admin.page().locator("a[href^='vms/']").first().getAttribute("href"));
    }

    private static String firstCell(Page page) {
        return String.valueOf(page.locator("goc-heat-grid button").first().getAttribute("data-cell"));
    }
}
