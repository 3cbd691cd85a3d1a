/** Tests of charts and their spans of time. */
@NullMarked
package io.novacron.goc.ui.charts;

import org.jspecify.annotations.NullMarked;
