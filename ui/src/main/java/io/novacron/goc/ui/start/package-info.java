/** Starting up: the clock and its kin, settings that nobody knows, and failures told in one line. */
@NullMarked
package io.novacron.goc.ui.start;

import org.jspecify.annotations.NullMarked;
