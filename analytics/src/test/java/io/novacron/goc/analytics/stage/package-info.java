/** Tests of {@code analytics.stage}. */
@NullMarked
package io.novacron.goc.analytics.stage;

import org.jspecify.annotations.NullMarked;
