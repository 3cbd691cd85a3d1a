package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.Component;

/**
 * A screen that the navigation leads to. Each room offers its own as a bean.
 *
 * @param order place in the navigation, from the left
 * @param key letter that leads there
 */
public record Destination(int order, String title, char key, Class<? extends Component> view) {}
