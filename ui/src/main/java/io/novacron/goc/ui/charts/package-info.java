/**
 * Charts, the range of time that all charts of a screen show, and what happened in it. What is asked is an expression,
 * so that a screen, a saved dashboard and an imported one are all charts of the same kind.
 */
@NullMarked
package io.novacron.goc.ui.charts;

import org.jspecify.annotations.NullMarked;
