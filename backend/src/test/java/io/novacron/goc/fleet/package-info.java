/** Tests of the fleet room: what is found by labels, and what outlives a restart. */
@NullMarked
package io.novacron.goc.fleet;

import org.jspecify.annotations.NullMarked;
