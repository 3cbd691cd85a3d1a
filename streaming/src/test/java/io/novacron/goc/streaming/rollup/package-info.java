/** Proves the room of the same name. */
@NullMarked
package io.novacron.goc.streaming.rollup;

import org.jspecify.annotations.NullMarked;
