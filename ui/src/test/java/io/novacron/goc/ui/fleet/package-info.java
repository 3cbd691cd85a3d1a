/** Tests of the board and the way down. */
@NullMarked
package io.novacron.goc.ui.fleet;

import org.jspecify.annotations.NullMarked;
