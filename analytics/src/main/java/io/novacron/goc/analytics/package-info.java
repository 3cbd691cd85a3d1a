/**
 * Methods: how trouble is told from noise. The only floor that sees Smile.
 *
 * <p>{@code detect} holds the detectors: small state machines that are fed samples and give opinions, without clock,
 * thread or
 * database, so that a seed repeats whatever they said. {@code stage} feeds them from the stream of batches and turns
 * opinions
 * into findings, which {@code intelligence} keeps. {@link io.novacron.goc.analytics.Trend} says where a series leads: a
 * line that a spike does not bend, and a band of what was off it so far; a statement about the near future of a series
 * that goes on as it did, and no more.
 */
@ApplicationModule(allowedDependencies = {"kernel", "telemetry", "intelligence"})
@NullMarked
package io.novacron.goc.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
