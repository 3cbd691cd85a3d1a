/**
 * The words every room shares: typed ids, places, severity and health, time ranges, events and operating errors, and
 * the wrappers around clock, randomness and ids. It knows nothing but the JDK, so that every other room may know it.
 *
 * <p>Time and luck enter the house here and nowhere else. A {@link java.time.Clock} is injected where wall time is
 * needed,
 * {@link io.novacron.goc.kernel.Ticker} where a duration is measured, {@link io.novacron.goc.kernel.Draws} where a
 * model
 * needs randomness that a seed can reproduce, {@link io.novacron.goc.kernel.Ids} where a fact needs a name.
 */
@NullMarked
package io.novacron.goc.kernel;

import org.jspecify.annotations.NullMarked;
