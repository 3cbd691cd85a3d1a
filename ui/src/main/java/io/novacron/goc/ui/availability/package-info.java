/** Screens of the room {@code availability}: announced work. */
@NullMarked
package io.novacron.goc.ui.availability;

import org.jspecify.annotations.NullMarked;
