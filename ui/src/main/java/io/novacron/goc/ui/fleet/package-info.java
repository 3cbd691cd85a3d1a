/** The board and the way down from region to host. */
@NullMarked
package io.novacron.goc.ui.fleet;

import org.jspecify.annotations.NullMarked;
