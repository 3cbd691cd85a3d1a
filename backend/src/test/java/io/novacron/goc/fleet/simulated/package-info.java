/**
 * Tests of the simulated fleet: it is calm at rest, a seed reproduces it, and each fault does what it says where it
 * says.
 */
@NullMarked
package io.novacron.goc.fleet.simulated;

import org.jspecify.annotations.NullMarked;
