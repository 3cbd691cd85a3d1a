/**
 * Fetches metrics from targets that offer them as Prometheus does: text 0.0.4 and OpenMetrics 1.0. Targets come from
 * the settings or from a file that is read again and again; each has its own moment within the interval, so that they
 * are not all asked at once. Off as long as nobody names a target.
 */
@NullMarked
package io.novacron.goc.streaming.scrape;

import org.jspecify.annotations.NullMarked;
