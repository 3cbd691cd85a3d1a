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
        boolean mustWait = parameters.containsKey("wait");
        if (mustWait) {
            LoginI18n texts = LoginI18n.createDefault();
            texts.getErrorMessage().setTitle("Too many wrong passwords");
            texts.getErrorMessage().setMessage("Wait a minute, then try again.");
            form.setI18n(texts);
        }
        form.setError(mustWait || parameters.containsKey("error"));
    }
}
