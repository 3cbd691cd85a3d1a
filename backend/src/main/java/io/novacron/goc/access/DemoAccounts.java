package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * One known account for each role, in the {@code demo} profile only: the name of the role, and {@code demo-} before
 * it as password.
 */
@Component
@Profile("demo")
final class DemoAccounts implements ApplicationRunner {

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            if (accounts.find(name).isEmpty()) {
                String display = role.name().charAt(0) + name.substring(1);
                accounts.create(name, "Demo " + display, Set.of(role), "demo-" + name, Actor.machine("demo"));
            }
        }
    }
}
