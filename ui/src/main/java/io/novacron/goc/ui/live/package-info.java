/** Carries what changes to every open screen: one frame a second for the board, a nudge for everything else. */
@NullMarked
package io.novacron.goc.ui.live;

import org.jspecify.annotations.NullMarked;
