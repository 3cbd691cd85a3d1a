/** Tests of how people ask for metrics. */
@NullMarked
package io.novacron.goc.ui.telemetry;

import org.jspecify.annotations.NullMarked;
