/** Dashboards on the screen: looked at, put together, brought along from Grafana. */
@NullMarked
package io.novacron.goc.ui.dashboards;

import org.jspecify.annotations.NullMarked;
