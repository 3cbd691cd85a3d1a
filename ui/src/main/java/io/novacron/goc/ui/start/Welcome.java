package io.novacron.goc.ui.start;

import io.novacron.goc.access.Accounts;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the start: where to go and how to sign in. */
@Component
final class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Accounts accounts;
    private final Environment environment;

    Welcome(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        LOG.info(
                "NovaCron GOC is live at http://localhost:{} - {}",
                environment.getProperty("local.server.port"),
                login());
    }

    private String login() {
        if (Arrays.asList(environment.getActiveProfiles()).contains("demo")) {
            return "demo accounts: operator, commander, executive, auditor, admin; the password is demo- and the name";
        }
        Optional<String> password = accounts.createFirstAdmin();
        return password.map(secret -> "sign in as admin with the password " + secret + " (shown only this once)")
                .orElse("sign in with your account");
    }
}
