/** Tests of {@code analytics.detect}. */
@NullMarked
package io.novacron.goc.analytics.detect;

import org.jspecify.annotations.NullMarked;
