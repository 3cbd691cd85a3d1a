/** The frame around every screen: navigation, the live bar, and what is shown when something goes wrong. */
@NullMarked
package io.novacron.goc.ui.shell;

import org.jspecify.annotations.NullMarked;
