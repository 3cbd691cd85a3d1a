/** Tests of the query language. */
@NullMarked
package io.novacron.goc.telemetry.promql;

import org.jspecify.annotations.NullMarked;
