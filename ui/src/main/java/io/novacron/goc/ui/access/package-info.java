/** Who may see and do what on the screens and over HTTP. */
@NullMarked
package io.novacron.goc.ui.access;

import org.jspecify.annotations.NullMarked;
