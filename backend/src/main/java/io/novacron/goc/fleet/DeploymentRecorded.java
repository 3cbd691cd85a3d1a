package io.novacron.goc.fleet;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Somebody told of a deployment. */
public record DeploymentRecorded(Deployment deployment, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "fleet.record-deployment";
    }

    @Override
    public String subject() {
        return deployment.place().toString();
    }

    @Override
    public String detail() {
        return "%s %s at %s".formatted(deployment.service(), deployment.version(), deployment.at());
    }
}
