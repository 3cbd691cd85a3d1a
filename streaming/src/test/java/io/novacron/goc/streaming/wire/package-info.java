/** Proves the room of the same name. */
@NullMarked
package io.novacron.goc.streaming.wire;

import org.jspecify.annotations.NullMarked;
