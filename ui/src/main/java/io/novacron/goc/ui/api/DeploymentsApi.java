package io.novacron.goc.ui.api;

import io.novacron.goc.fleet.Deployment;
import io.novacron.goc.fleet.Deployments;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was deployed where: a line in a pipeline tells it. */
@RestController
@RequestMapping("/api/v1/deployments")
final class DeploymentsApi {

    private static final int MOST = 1_000;
    private static final Duration USUAL = Duration.ofDays(1);

    private final Deployments deployments;
    private final Clock clock;

    DeploymentsApi(Deployments deployments, Clock clock) {
        this.deployments = deployments;
        this.clock = clock;
    }

    /** A deployment to a zone, or to the whole region when no zone is named; now, when no time is. */
    record NewDeployment(
            String region,
            @Nullable String zone,
            String service,
            String version,
            @Nullable Instant at,
            @Nullable String link) {
        NewDeployment {
            Required.field("region", region);
            Required.field("service", service);
            Required.field("version", version);
        }
    }

    /** Those of a region, newest first; of the last day when no times are named. */
    @GetMapping
    List<Deployment> of(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        Instant end = until == null ? clock.instant().plusSeconds(1) : until;
        TimeRange range = new TimeRange(from == null ? end.minus(USUAL) : from, end);
        return deployments.at(Place.of(new RegionId(region)), range, MOST);
    }

    /** Told again, it is answered with what was told first. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Deployment record(@RequestBody NewDeployment deployment, Principal by) {
        return deployments.record(
                new Place(new RegionId(deployment.region()), deployment.zone(), null),
                deployment.at(),
                deployment.service(),
                deployment.version(),
                deployment.link(),
                Caller.of(by));
    }
}
