package io.novacron.goc.vitals;

import java.time.Instant;

/**
 * When the house was last alive, in the two parts that can stop without it.
 *
 * @param telemetryHeardAt when the newest point was sent that has come all the way through the broker;
 *     {@link Instant#EPOCH} before the first
 * @param databaseAnsweredAt when the newest question was asked that the database has answered; {@link Instant#EPOCH}
 *     before the first
 */
public record Vitals(Instant telemetryHeardAt, Instant databaseAnsweredAt) {}
