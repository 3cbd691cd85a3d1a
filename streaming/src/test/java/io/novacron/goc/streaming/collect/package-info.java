/** Proves the room of the same name. */
@NullMarked
package io.novacron.goc.streaming.collect;

import org.jspecify.annotations.NullMarked;
