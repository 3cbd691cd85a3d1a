/**
 * The simulated fleet: a model with ground truth, deterministic by (seed, subject, second), for demonstration, load
 * and drills.
 *
 * <p>Demand follows local time. Zones share it by what is alive; errors and latency follow from how busy what is left
 * is. Faults
 * are facts with an onset, effects and an end; {@code docs/rooms/fleet.md} has the formulas. Nothing leaves the model
 * but points,
 * through the same door as everybody's.
 */
@NullMarked
@NamedInterface("simulated")
package io.novacron.goc.fleet.simulated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
