package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.UI;

/**
 * Keeps, in the browser, what is typed into the field before it until that is sent: a session may end meanwhile, or a
 * window be closed.
 */
public final class Draft extends ClientElement {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param owner whose words they are; nobody else on the same machine is shown them
     * @param purpose what they are meant for, such as the note of one incident
     */
    public Draft(String owner, String purpose) {
        super("goc-draft");
        key = owner + " " + purpose;
        getElement().setAttribute("key", key);
    }

    /** The words have arrived where they were meant for. */
    public void sent() {
        UI.getCurrent().getPage().executeJs("localStorage.removeItem('goc-draft:' + $0)", key);
    }
}
