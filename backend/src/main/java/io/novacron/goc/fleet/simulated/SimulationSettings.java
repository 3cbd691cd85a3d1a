package io.novacron.goc.fleet.simulated;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large the simulated fleet is.
 *
 * @param enabled whether it runs
 * @param seed the same seed gives the same fleet and the same noise
 * @param regions how many of the catalogue's 120 regions
 * @param hosts over all regions
 * @param vms over all hosts
 * @param faultPlan {@code none}, or {@code demo} for a seeded fault every now and then
 */
@ConfigurationProperties("goc.simulation")
public record SimulationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("42") long seed,
        @DefaultValue("120") int regions,
        @DefaultValue("6000") int hosts,
        @DefaultValue("60000") int vms,
        @DefaultValue("none") FaultPlan faultPlan) {

    public SimulationSettings {
        if (regions < 1 || regions > 120) {
            throw new IllegalArgumentException("goc.simulation.regions is %d; give 1 to 120".formatted(regions));
        }
        if (hosts < regions * 6 || hosts > 1_000_000) {
            throw new IllegalArgumentException(
                    "goc.simulation.hosts is %d; give at least 6 for each of the %d regions, at most 1000000"
                            .formatted(hosts, regions));
        }
        if (vms < 0 || vms > 10_000_000) {
            throw new IllegalArgumentException("goc.simulation.vms is %d; give 0 to 10000000".formatted(vms));
        }
    }

    /** Whether faults come by themselves. */
    public enum FaultPlan {
        NONE,
        DEMO
    }
}
