/** Tests of the room {@code telemetry}. */
@NullMarked
package io.novacron.goc.telemetry;

import org.jspecify.annotations.NullMarked;
