/**
 * What analytics found out, as stored facts.
 *
 * <p>A {@link io.novacron.goc.intelligence.Finding} says in one sentence what a detector saw, what it expected, where
 * and since
 * when. It opens once, may grow worse, and ends once; it never improves in place, so that nobody has to guess how bad
 * it was.
 * {@link io.novacron.goc.intelligence.Findings} keeps them and tells the rooms above by events.
 * {@link io.novacron.goc.intelligence.Baselines} keeps what is normal for an indicator at an hour of the day: the
 * median of the
 * medians of that hour over past days, because one bad day must not become the new normal.
 */
@ApplicationModule(allowedDependencies = {"kernel", "telemetry"})
@NullMarked
package io.novacron.goc.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
