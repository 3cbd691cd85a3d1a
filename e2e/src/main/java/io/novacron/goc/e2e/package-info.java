/** The street: the packaged product seen from outside, as a process with an address, through a real browser. */
@NullMarked
package io.novacron.goc.e2e;

import org.jspecify.annotations.NullMarked;
