/**
 * Sends telemetry to NovaCron GOC in native batches, for agents and for load. A series is defined once and then named by
 * a small number; points travel in columns, one to eight bytes a value. The format is described byte by byte in {@code
 * docs/native-batch.md}. Needs nothing but the JDK.
 *
 * <pre>{@code
 * try (TelemetryClient client = TelemetryClient.connect(URI.create("http://localhost:8080"), token)) {
 *     int cpu = client.define("cpu_ratio", "host", "fra-001");
 *     client.send(Points.at(System.currentTimeMillis(), new int[] {cpu}, new double[] {0.42}));
 * }
 * }</pre>
 */
@NullMarked
package io.novacron.goc.client;

import org.jspecify.annotations.NullMarked;
