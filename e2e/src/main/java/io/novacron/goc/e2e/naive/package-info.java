/**
 * The board as one would first write it: a server component for each tile, and a grid that is told to read everything
 * anew. It is no part of the product: the drill {@code screens} adds it, and measures what the real board saves.
 */
@NullMarked
package io.novacron.goc.e2e.naive;

import org.jspecify.annotations.NullMarked;
