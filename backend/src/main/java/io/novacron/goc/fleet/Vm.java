package io.novacron.goc.fleet;

import io.novacron.goc.kernel.HostId;
import java.time.Instant;

/** A virtual machine on a host. */
public record Vm(String id, HostId host, String flavor, Instant firstSeen) {}
