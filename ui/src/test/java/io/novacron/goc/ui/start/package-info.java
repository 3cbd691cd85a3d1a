/** Settings and failures at the start. */
@NullMarked
package io.novacron.goc.ui.start;

import org.jspecify.annotations.NullMarked;
