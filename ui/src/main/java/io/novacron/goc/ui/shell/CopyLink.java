package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.button.Button;

/** Puts the address of the screen, with all that was chosen, into the clipboard. */
public final class CopyLink extends Button {

    private static final long serialVersionUID = 1L;

    public CopyLink() {
        super("Copy link");
        addClickListener(click -> getElement()
                .executeJs("return goc.copy(window.location.href)")
                .then(
                        Boolean.class,
                        copied -> Notices.done(
                                copied
                                        ? "The address of this screen is in the clipboard"
                                        : "The browser lets no page copy here; the address is in its own bar")));
    }
}
