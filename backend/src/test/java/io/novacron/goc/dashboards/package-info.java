/** Tests of dashboards. */
@NullMarked
package io.novacron.goc.dashboards;

import org.jspecify.annotations.NullMarked;
