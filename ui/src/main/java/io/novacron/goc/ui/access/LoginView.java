package io.novacron.goc.ui.access;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.stream.Stream;

/** Where people sign in. */
@Route(value = "login", autoLayout = false)
@JsModule("context://goc/goc.js")
@PageTitle("Sign in · NovaCron GOC")
@AnonymousAllowed
final class LoginView extends Main implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();

    LoginView() {
        addClassName("goc-login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        Paragraph purpose = new Paragraph("Every region, every alert, every incident, as it happens.");
        Div card = new Div(new H1("NovaCron GOC"), purpose, form);
        card.addClassName("goc-login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("wait")) {
            form.setI18n(refusal("Too many wrong passwords", "Wait a minute, then try again."));
        } else if (parameters.containsKey("unavailable")) {
            form.setI18n(refusal(
                    "The database does not answer",
                    "Nobody can sign in until it is back; those who are signed in still see live telemetry."));
        }
        form.setError(Stream.of("wait", "unavailable", "error").anyMatch(parameters::containsKey));
    }

    private static LoginI18n refusal(String title, String message) {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getErrorMessage().setTitle(title);
        texts.getErrorMessage().setMessage(message);
        return texts;
    }
}
