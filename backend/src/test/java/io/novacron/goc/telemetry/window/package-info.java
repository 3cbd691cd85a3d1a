/** Tests of the compressed points. */
@NullMarked
package io.novacron.goc.telemetry.window;

import org.jspecify.annotations.NullMarked;
