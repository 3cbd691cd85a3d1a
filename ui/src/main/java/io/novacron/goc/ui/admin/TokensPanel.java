package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.access.ApiToken;
import io.novacron.goc.access.IssuedToken;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Scope;

/** The tokens of programs: shown once when issued, revoked at once. */
@SpringComponent
@Scope("prototype")
final class TokensPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Tokens tokens;
    private final transient CurrentUser user;
    private final TextField name = new TextField("Name");
    private final MultiSelectComboBox<TokenScope> scopes = new MultiSelectComboBox<>("Scopes");
    private final Pre secret = new Pre();

    TokensPanel(Tokens tokens, Changes changes, CurrentUser user) {
        this.tokens = tokens;
        this.user = user;
        addClassName("goc-panel-body");
        scopes.setItems(TokenScope.values());
        secret.addClassName("goc-code");
        secret.setVisible(false);
        Button issue = new Button("Issue token", click -> issue());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(name, scopes, issue);
        form.addClassNames("goc-toolbar", "goc-fields");
        Grid<ApiToken> grid = grid();
        add(form, secret, grid);
        changes.follow(this, Set.of(Topic.ACCESS), () -> grid.setItems(tokens.all()));
    }

    private void issue() {
        try {
            IssuedToken issued =
                    tokens.issue(name.getValue().strip(), scopes.getValue(), user.actor(Permission.ADMINISTER));
            secret.setText("%s%nShown only this once. Use it as: Authorization: Bearer %s"
                    .formatted(issued.token().name(), issued.secret()));
            secret.setVisible(true);
            name.clear();
            scopes.clear();
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    private Grid<ApiToken> grid() {
        Grid<ApiToken> grid = new Grid<>();
        grid.addColumn(ApiToken::name).setHeader("Name").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(token -> String.join(
                        ", ", token.scopes().stream().map(Enum::name).sorted().toList()))
                .setHeader("Scopes");
        grid.addColumn(ApiToken::createdBy)
                .setHeader("Issued by")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(token -> Times.full(token.createdAt()))
                .setHeader("Issued")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(TokensPanel::state).setHeader("State").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(token -> {
                    Button revoke = new Button(
                            "Revoke",
                            click -> Notices.attempt(
                                    () -> tokens.revoke(token.id(), user.actor(Permission.ADMINISTER)),
                                    token.name() + " is revoked"));
                    revoke.addThemeVariants(ButtonVariant.SMALL);
                    revoke.setVisible(token.revokedAt() == null);
                    return revoke;
                })
                .setHeader("")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setEmptyStateText("No token yet.");
        return grid;
    }

    private static String state(ApiToken token) {
        Instant revoked = token.revokedAt();
        return revoked == null ? "valid" : "revoked " + Times.full(revoked);
    }
}
