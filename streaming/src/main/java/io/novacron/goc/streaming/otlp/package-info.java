/**
 * The doors for OpenTelemetry: OTLP over HTTP (Protobuf and JSON) and over gRPC. Metrics become series as
 * OpenTelemetry's compatibility page for Prometheus says, so that a query finds the same names whichever way the
 * points came. Logs and traces have no home yet: they are counted, and the sender is told.
 */
@NullMarked
package io.novacron.goc.streaming.otlp;

import org.jspecify.annotations.NullMarked;
