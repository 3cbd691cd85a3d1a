/**
 * PromQL, the part that dashboards and rules live on: parsed by hand, computed column by column (one array of values a
 * series, one cell a step) over points that somebody else finds. What is outside the part is refused by name. Which
 * part, and where it differs from Prometheus, is in {@code docs/promql.md}; a drill compares it with a real one.
 *
 * <p>Follows Prometheus' documentation of the language and its behaviour as of 2.42: a point as old as the look-back or
 * the range exactly still counts.
 */
@NullMarked
package io.novacron.goc.telemetry.promql;

import org.jspecify.annotations.NullMarked;
