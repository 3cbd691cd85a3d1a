package io.novacron.goc.incidents;

import java.time.Instant;

/** Who holds a role of a war room. */
public record Seat(WarRole role, String person, Instant since) {}
