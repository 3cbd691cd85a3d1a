package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.html.DescriptionList;

/** Names and what they stand for, in two columns. */
final class Facts extends DescriptionList {

    private static final long serialVersionUID = 1L;

    Facts() {
        addClassName("goc-facts");
    }

    Facts with(String name, String value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
