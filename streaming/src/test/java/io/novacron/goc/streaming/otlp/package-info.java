/** Tests of the doors for OpenTelemetry. */
@NullMarked
package io.novacron.goc.streaming.otlp;

import org.jspecify.annotations.NullMarked;
