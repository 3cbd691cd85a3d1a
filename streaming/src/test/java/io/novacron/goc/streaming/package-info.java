/** Proves the room of the same name. */
@NullMarked
package io.novacron.goc.streaming;

import org.jspecify.annotations.NullMarked;
