package io.novacron.goc.fleet;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Instant;

/** A machine that runs VMs or reports by itself, as its telemetry names it. */
public record Host(HostId id, ZoneKey zone, String source, boolean simulated, Instant firstSeen) {}
