package io.novacron.goc.ui.api;

import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.security.Principal;
import java.time.Instant;
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

/** Announced work on regions and zones. */
@RestController
@RequestMapping("/api/v1/maintenance")
final class MaintenanceApi {

    private final Maintenance maintenance;

    MaintenanceApi(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** Work to announce: on a zone, or on the whole region when no zone is named. */
    record NewWindow(String region, @Nullable String zone, Instant from, Instant until, String reason) {
        NewWindow {
            Required.field("region", region);
            Required.field("from", from);
            Required.field("until", until);
            Required.field("reason", reason);
        }
    }

    /** Work under way and to come, in the order it begins. */
    @GetMapping
    List<Window> windows() {
        return maintenance.announced();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Window announce(@RequestBody NewWindow window, Principal by) {
        return maintenance.announce(
                new Place(new RegionId(window.region()), window.zone(), null),
                new TimeRange(window.from(), window.until()),
                window.reason(),
                Caller.of(by));
    }

    /** Calls work off, or ends it early. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Principal by) {
        maintenance.cancel(id, Caller.of(by));
    }
}
