/** What everything looks like, on one page. */
@NullMarked
package io.novacron.goc.ui.style;

import org.jspecify.annotations.NullMarked;
