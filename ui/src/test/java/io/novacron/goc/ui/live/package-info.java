/** What follows by itself. */
@NullMarked
package io.novacron.goc.ui.live;

import org.jspecify.annotations.NullMarked;
