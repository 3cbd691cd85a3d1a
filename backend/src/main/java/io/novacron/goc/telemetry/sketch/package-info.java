/**
 * Quantiles of many values in little space.
 */
@NullMarked
@NamedInterface("sketch")
package io.novacron.goc.telemetry.sketch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
