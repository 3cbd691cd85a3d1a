/** How reports are set: pages of a PDF. */
@NullMarked
package io.novacron.goc.reporting.render;

import org.jspecify.annotations.NullMarked;
