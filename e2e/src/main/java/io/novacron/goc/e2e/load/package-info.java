/**
 * Load for drills: telemetry of the shape of TSBS' cpu-only set, senders that keep count of what was acknowledged, and
 * the receivers of others to be measured beside the product.
 */
@NullMarked
package io.novacron.goc.e2e.load;

import org.jspecify.annotations.NullMarked;
