/** Reports on real facts. */
@NullMarked
package io.novacron.goc.reporting;

import org.jspecify.annotations.NullMarked;
