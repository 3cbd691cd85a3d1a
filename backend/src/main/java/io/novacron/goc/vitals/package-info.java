/**
 * Whether the house itself is alive. A screen that shows the last thing it heard looks as calm as one that shows the
 * truth, so the two ways that everything depends on are tried all the time: the way of the data, by a point of our own
 * that goes through the broker as everybody's do, and the database, by a question. What is kept is not whether they
 * work but when they last did: whoever asks decides how old is too old, and a probe that hangs says so by its age.
 */
@ApplicationModule(allowedDependencies = {"kernel", "telemetry"})
@NullMarked
package io.novacron.goc.vitals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
