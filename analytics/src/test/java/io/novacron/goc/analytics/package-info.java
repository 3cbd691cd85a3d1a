/** Tests of where series lead. */
@NullMarked
package io.novacron.goc.analytics;

import org.jspecify.annotations.NullMarked;
