package io.novacron.goc.alerts;

import java.time.Instant;

/** Somebody's claim to be working on an alert, until a time. */
public record Acknowledgement(String owner, String note, Instant at, Instant until) {}
