/** Telemetry itself: series, their families, and how to look at one. */
@NullMarked
package io.novacron.goc.ui.telemetry;

import org.jspecify.annotations.NullMarked;
