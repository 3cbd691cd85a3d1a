/** How the person at the screen wants to see and hear it. */
@NullMarked
package io.novacron.goc.ui.settings;

import org.jspecify.annotations.NullMarked;
