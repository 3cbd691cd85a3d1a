/** The way in: protocols, limits, admission, and the hand-over to the broker. */
@NullMarked
package io.novacron.goc.streaming.collect;

import org.jspecify.annotations.NullMarked;
