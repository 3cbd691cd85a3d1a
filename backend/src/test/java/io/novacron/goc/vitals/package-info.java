/** Tests of the room. */
@NullMarked
package io.novacron.goc.vitals;

import org.jspecify.annotations.NullMarked;
