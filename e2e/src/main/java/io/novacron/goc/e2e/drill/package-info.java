/**
 * Drills: they start the packaged product with a throw-away data directory, measure what it promises, print a table and
 * write JSON under {@code target/drills}. A drill runs to its end whether figures were met or not; {@code --strict}
 * fails when one was not.
 */
@NullMarked
package io.novacron.goc.e2e.drill;

import org.jspecify.annotations.NullMarked;
