package io.novacron.goc.fleet;

import io.novacron.goc.fleet.simulated.Inventory;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Regions, hosts and VMs in the database. */
@Component
class FleetStore {

    private final JdbcClient jdbc;

    FleetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything but what was simulated by an earlier run and is no longer. */
    Fleet load(Inventory simulated) {
        Fleet fleet = new Fleet();
        regions().stream()
                .filter(region -> !region.simulated() || simulated.has(region.id()))
                .forEach(fleet::add);
        hosts().stream()
                .filter(host -> !host.simulated() || simulated.has(host.id()))
                .forEach(fleet::add);
        for (Vm vm : vms()) {
            fleet.host(vm.host())
                    .filter(host -> !host.simulated() || simulated.has(vm.host(), vm.id()))
                    .ifPresent(host -> fleet.add(vm));
        }
        return fleet;
    }

    List<Region> regions() {
        return jdbc.sql("""
                        select id, name, country, continent, latitude, longitude, time_zone, simulated
                          from region order by position, first_seen, id
                        """)
                .query((row, number) -> new Region(
                        new RegionId(row.getString("id")),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("continent"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class),
                        ZoneId.of(row.getString("time_zone")),
                        row.getBoolean("simulated")))
                .list();
    }

    List<Host> hosts() {
        return jdbc.sql("select id, region, zone, source, simulated, first_seen from host")
                .query((row, number) -> new Host(
                        new HostId(row.getString("id")),
                        new ZoneKey(new RegionId(row.getString("region")), row.getString("zone")),
                        row.getString("source"),
                        row.getBoolean("simulated"),
                        row.getTimestamp("first_seen").toInstant()))
                .list();
    }

    List<Vm> vms() {
        return jdbc.sql("select id, host, flavor, first_seen from vm")
                .query((row, number) -> new Vm(
                        row.getString("id"),
                        new HostId(row.getString("host")),
                        row.getString("flavor"),
                        row.getTimestamp("first_seen").toInstant()))
                .list();
    }

    /** Stores a region at its place in the order; one already there stays as it is. */
    void addRegion(Region region, int position) {
        jdbc.sql("""
                        insert into region (id, name, country, continent, latitude, longitude, time_zone, simulated, position)
                        values (:id, :name, :country, :continent, :latitude, :longitude, :zone, :simulated, :position)
                        on conflict (id) do nothing
                        """)
                .param("id", region.id().value())
                .param("name", region.name())
                .param("country", region.country())
                .param("continent", region.continent())
                .param("latitude", region.latitude())
                .param("longitude", region.longitude())
                .param("zone", region.timeZone().getId())
                .param("simulated", region.simulated())
                .param("position", position)
                .update();
    }

    @Transactional
    void addHosts(List<Host> hosts) {
        jdbc.sql("""
                        insert into host (id, region, zone, source, simulated, first_seen)
                        select * from unnest(:ids::text[], :regions::text[], :zones::text[], :sources::text[],
                                             :simulated::boolean[], :seen::timestamptz[])
                        on conflict (id) do nothing
                        """)
                .param("ids", texts(hosts, host -> host.id().value()))
                .param("regions", texts(hosts, host -> host.zone().region().value()))
                .param("zones", texts(hosts, host -> host.zone().zone()))
                .param("sources", texts(hosts, Host::source))
                .param("simulated", hosts.stream().map(Host::simulated).toArray(Boolean[]::new))
                .param("seen", times(hosts, Host::firstSeen))
                .update();
    }

    @Transactional
    void addVms(List<Vm> vms) {
        jdbc.sql("""
                        insert into vm (id, host, flavor, first_seen)
                        select * from unnest(:ids::text[], :hosts::text[], :flavors::text[], :seen::timestamptz[])
                        on conflict (id) do nothing
                        """)
                .param("ids", texts(vms, Vm::id))
                .param("hosts", texts(vms, vm -> vm.host().value()))
                .param("flavors", texts(vms, Vm::flavor))
                .param("seen", times(vms, Vm::firstSeen))
                .update();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static <T> Timestamp[] times(List<T> all, Function<T, Instant> time) {
        return all.stream().map(time).map(Timestamp::from).toArray(Timestamp[]::new);
    }
}
