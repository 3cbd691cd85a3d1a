/** Tests of the room {@code intelligence}. */
@NullMarked
package io.novacron.goc.intelligence;

import org.jspecify.annotations.NullMarked;
