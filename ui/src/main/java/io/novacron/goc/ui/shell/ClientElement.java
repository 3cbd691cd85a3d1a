package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** An element of our own client-side module, driven by calls of its methods and heard through its events. */
@JsModule("context://goc/goc.js")
public class ClientElement extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    public ClientElement(String tag) {
        super(new Element(tag));
    }

    /** Calls a method that takes a value as JSON text, then perhaps numbers and texts. */
    public void callWithJson(String method, Object value, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = json(value);
        System.arraycopy(more, 0, arguments, 1, more.length);
        getElement().callJsFunction(method, arguments);
    }

    /** A value as the elements read it. */
    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Calls a method with numbers, texts or arrays of numbers. */
    public void call(String method, Object... arguments) {
        getElement().callJsFunction(method, arguments);
    }

    /** Hears the text of one detail of an event. */
    public void on(String event, String detail, Consumer<String> heard) {
        String expression = "event.detail." + detail;
        getElement()
                .addEventListener(
                        event,
                        happened -> heard.accept(
                                happened.getEventData().path(expression).asString()))
                .addEventData(expression);
    }
}
