package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.util.List;
import java.util.Locale;

/** Asks every room for things by their name, as far as the person may see them. */
final class Palette extends Composite<ClientElement> {

    private static final long serialVersionUID = 1L;
    private static final int TEXT_LONGEST = 200;
    private static final int OF_A_ROOM = 6;

    private final transient List<Findable> rooms;

    Palette(List<Findable> rooms, AccessAnnotationChecker access) {
        this.rooms =
                rooms.stream().filter(room -> access.hasAccess(room.view())).toList();
        getContent().on("palette-ask", "text", this::answer);
        getContent().on("palette-go", "address", address -> UI.getCurrent().navigate(address));
    }

    @Override
    protected ClientElement initContent() {
        return new ClientElement("goc-palette");
    }

    private void answer(String text) {
        String wanted =
                text.substring(0, Math.min(text.length(), TEXT_LONGEST)).strip().toLowerCase(Locale.ROOT);
        List<Findable.Found> found = wanted.isEmpty()
                ? List.of()
                : rooms.stream()
                        .flatMap(room -> room.find(wanted, OF_A_ROOM).stream())
                        .toList();
        getContent().call("answer", text, ClientElement.json(found));
    }
}
