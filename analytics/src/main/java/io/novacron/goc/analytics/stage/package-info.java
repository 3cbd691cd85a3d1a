/**
 * Where detectors meet the stream. {@code Stage} is told of every batch; under its lock a sample costs one read of an
 * array for a series that nobody watches. A thread of its own turns opinions into findings each second, and at once
 * when one is grave.
 *
 * <p>What is wrong is said once, at the widest place it is true of: a zone that fell silent is one finding and not
 * one for each
 * of its hosts, and errors of a whole region are not repeated for each of its zones. Findings end when clean samples
 * have come
 * for long enough; a series that says nothing never ends one.
 */
@NullMarked
package io.novacron.goc.analytics.stage;

import org.jspecify.annotations.NullMarked;
