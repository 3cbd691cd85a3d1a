/** Journeys: what people do from the sign-in to the report, in a real browser against the packaged product. */
@NullMarked
package io.novacron.goc.e2e;

import org.jspecify.annotations.NullMarked;
