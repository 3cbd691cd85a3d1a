package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.List;

/** Things of a room that the palette finds by their name. */
public interface Findable {

    /**
     * The screen that shows them; who may not see it is not told of them.
     *
     * @return a view with an annotation of access
     */
    Class<? extends Component> view();

    /**
     * Things whose name holds the text, the likeliest first.
     *
     * @param text in lower case, not blank
     */
    List<Found> find(String text, int most);

    /**
     * Something found.
     *
     * @param kind what it is, in one word: {@code region}
     * @param detail what tells it from others of its name
     * @param address where it is shown, relative
     */
    record Found(String kind, String title, String detail, String address) {}
}
