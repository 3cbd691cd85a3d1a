package io.novacron.goc.fleet.simulated;

import io.novacron.goc.fleet.Deployments;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of a bad release as a pipeline would, when one is simulated. */
@Component
class SimulatedDeployments {

    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("uuuu.MM.dd-HHmm").withZone(ZoneOffset.UTC);

    private final Deployments deployments;

    SimulatedDeployments(Deployments deployments) {
        this.deployments = deployments;
    }

    @EventListener
    void on(FaultInjected injected) {
        Fault fault = injected.fault();
        if (fault.kind() == FaultKind.BAD_DEPLOYMENT) {
            deployments.record(
                    fault.target(),
                    fault.startedAt(),
                    "storefront",
                    VERSION.format(fault.startedAt()),
                    null,
                    injected.actor());
        }
    }
}
