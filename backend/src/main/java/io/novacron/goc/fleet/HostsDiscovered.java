package io.novacron.goc.fleet;

import io.novacron.goc.kernel.DomainEvent;
import io.novacron.goc.kernel.HostId;
import java.time.Instant;
import java.util.List;

/**
 * Hosts that were not known before sent telemetry. Published outside a transaction, on the thread that found it:
 * listen plainly and quickly.
 */
public record HostsDiscovered(List<HostId> hosts, Instant occurredAt) implements DomainEvent {}
