/** How reports are set. */
@NullMarked
package io.novacron.goc.reporting.render;

import org.jspecify.annotations.NullMarked;
