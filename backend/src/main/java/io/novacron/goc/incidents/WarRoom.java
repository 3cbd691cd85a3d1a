package io.novacron.goc.incidents;

import io.novacron.goc.alerts.Alert;
import java.util.List;

/** Everything a late joiner needs in one look. The timeline is newest first. */
public record WarRoom(
        Incident incident, List<Seat> seats, List<TimelineEntry> timeline, List<Task> tasks, List<Alert> alerts) {}
