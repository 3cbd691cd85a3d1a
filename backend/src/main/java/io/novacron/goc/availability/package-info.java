/**
 * Whether zones and regions serve their users, now and over time.
 *
 * <p>{@link io.novacron.goc.availability.HealthBoard} watches the indicators of every place and the freshness of
 * every source
 * and keeps one {@link io.novacron.goc.kernel.Health} for each zone and region. A place that is not heard is unknown,
 * never ok.
 * Each indicator walks through {@link io.novacron.goc.availability.HealthRule}: two bad samples in a row make it
 * worse, thirty
 * clean seconds make it better, so that one odd sample turns nothing red and one good sample hides nothing.
 *
 * <p>{@link io.novacron.goc.availability.Availability} does the arithmetic of the objective over the minutes that
 * were measured:
 * what counts is the share of requests that failed, and how much of the period was measured at all is said beside it.
 * {@link io.novacron.goc.availability.Maintenance} keeps announced work apart from trouble.
 */
@ApplicationModule(allowedDependencies = {"kernel", "fleet", "telemetry", "intelligence"})
@NullMarked
package io.novacron.goc.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
