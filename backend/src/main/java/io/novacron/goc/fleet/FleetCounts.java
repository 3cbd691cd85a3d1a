package io.novacron.goc.fleet;

/** How much there is of everything. */
public record FleetCounts(int regions, int zones, int hosts, int vms) {}
