/** Small doubles of the kernel's edges, for the tests of every room. */
@NullMarked
package io.novacron.goc.kernel;

import org.jspecify.annotations.NullMarked;
