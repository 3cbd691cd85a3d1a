package io.novacron.goc.ui.admin;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit trail and the administration in the navigation. */
@Configuration(proxyBeanMethods = false)
class AdminDestinations {

    @Bean
    Destination auditTrailPage() {
        return new Destination(6, "Audit", 'u', AuditView.class);
    }

    @Bean
    Destination administration() {
        return new Destination(7, "Admin", 'n', AdminView.class);
    }
}
