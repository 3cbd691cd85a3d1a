/** Tests of the room {@code availability}. */
@NullMarked
package io.novacron.goc.availability;

import org.jspecify.annotations.NullMarked;
