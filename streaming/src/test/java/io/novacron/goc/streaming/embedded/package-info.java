/** Proves the room of the same name. */
@NullMarked
package io.novacron.goc.streaming.embedded;

import org.jspecify.annotations.NullMarked;
