/** Tests of the doors for telemetry over a running house. */
@NullMarked
package io.novacron.goc.ui.doors;

import org.jspecify.annotations.NullMarked;
