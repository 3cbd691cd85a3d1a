package io.novacron.goc.ui.api;

import io.novacron.goc.fleet.simulated.Fault;
import io.novacron.goc.fleet.simulated.FaultKind;
import io.novacron.goc.fleet.simulated.Faults;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Faults of the simulated fleet. */
@RestController
@RequestMapping("/api/v1/faults")
final class FaultsApi {

    private static final int ROWS_MOST = 500;

    private final Faults faults;

    FaultsApi(Faults faults) {
        this.faults = faults;
    }

    /** A fault to inject; zone, host and other region as its kind needs them. */
    record NewFault(
            FaultKind kind,
            String region,
            @Nullable String zone,
            @Nullable String host,
            @Nullable String otherRegion,
            long seconds) {
        NewFault {
            Required.field("kind", kind);
            Required.field("region", region);
        }
    }

    /** The last faults, newest first. */
    @GetMapping
    List<Fault> faults() {
        return faults.recent(ROWS_MOST);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Fault inject(@RequestBody NewFault fault, Principal by) {
        String host = fault.host();
        String other = fault.otherRegion();
        Place place = new Place(new RegionId(fault.region()), fault.zone(), host == null ? null : new HostId(host));
        return faults.inject(
                fault.kind(),
                place,
                other == null ? null : new RegionId(other),
                Duration.ofSeconds(fault.seconds()),
                Caller.of(by));
    }

    /** Ends a fault before its time. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Principal by) {
        faults.end(id, Caller.of(by));
    }
}
