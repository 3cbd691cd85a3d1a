package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.access.Account;
import io.novacron.goc.access.Accounts;
import io.novacron.goc.access.Role;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Scope;

/** The people who may sign in. */
@SpringComponent
@Scope("prototype")
final class AccountsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final TextField name = new TextField("User name");
    private final TextField display = new TextField("Name");
    private final MultiSelectComboBox<Role> roles = new MultiSelectComboBox<>("Roles");
    private final PasswordField password = new PasswordField("Password");

    AccountsPanel(Accounts accounts, Changes changes, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
        addClassName("goc-panel-body");
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> role.name().toLowerCase(Locale.ROOT));
        Button create = new Button("Create account", click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(name, display, roles, password, create);
        form.addClassNames("goc-toolbar", "goc-fields");
        Grid<Account> grid = grid();
        add(form, grid);
        changes.follow(this, Set.of(Topic.ACCESS), () -> grid.setItems(accounts.all()));
    }

    private void create() {
        boolean created = Notices.attempt(
                () -> accounts.create(
                        name.getValue().strip(),
                        display.getValue(),
                        roles.getValue(),
                        password.getValue(),
                        user.actor(Permission.ADMINISTER)),
                "The account is there");
        if (created) {
            name.clear();
            display.clear();
            password.clear();
            roles.clear();
        }
    }

    private Grid<Account> grid() {
        Grid<Account> grid = new Grid<>();
        grid.addColumn(Account::name).setHeader("User name").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Account::displayName).setHeader("Name");
        grid.addColumn(account -> account.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .setHeader("Roles");
        grid.addColumn(account -> account.enabled() ? "may sign in" : "disabled")
                .setHeader("State");
        grid.addColumn(account -> Times.full(account.createdAt()))
                .setHeader("Created")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(account -> {
                    Button toggle = new Button(
                            account.enabled() ? "Disable" : "Enable",
                            click -> Notices.attempt(
                                    () -> accounts.setEnabled(
                                            account.name(), !account.enabled(), user.actor(Permission.ADMINISTER)),
                                    account.name() + (account.enabled() ? " is disabled" : " may sign in")));
                    toggle.addThemeVariants(ButtonVariant.SMALL);
                    return toggle;
                })
                .setHeader("")
                .setAutoWidth(true)
                .setFlexGrow(0);
        return grid;
    }
}
