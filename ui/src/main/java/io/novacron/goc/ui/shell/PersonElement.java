package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.UI;
import io.novacron.goc.access.Preferences;
import io.novacron.goc.kernel.Severity;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Tells the browser how the person wants to see and hear the page. */
public final class PersonElement extends ClientElement {

    private static final long serialVersionUID = 1L;

    /** As the browser knows them. */
    private record Wishes(
            String theme,
            String density,
            boolean flashing,
            List<String> sounds,
            int volume,
            boolean desktop,
            boolean keys,
            String zone) {

        static Wishes of(Preferences preferences) {
            return new Wishes(
                    preferences.theme().name().toLowerCase(Locale.ROOT),
                    preferences.density().name().toLowerCase(Locale.ROOT),
                    preferences.flashing(),
                    preferences.sounds().stream().map(Severity::word).toList(),
                    preferences.volume(),
                    preferences.desktop(),
                    preferences.keys(),
                    preferences.zone().equals(ZoneOffset.UTC)
                            ? "UTC"
                            : preferences.zone().getId());
        }
    }

    PersonElement(Preferences preferences) {
        super("goc-person");
        addAttachListener(attached -> callWithJson("prefer", Wishes.of(preferences)));
    }

    /** Shows the page of the UI as the person now wants it. */
    public static void show(UI ui, Preferences preferences) {
        ui.getPage()
                .executeJs(
                        "document.querySelector('goc-person').prefer($0)", ClientElement.json(Wishes.of(preferences)));
    }
}
