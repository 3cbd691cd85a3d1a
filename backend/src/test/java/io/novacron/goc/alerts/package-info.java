/** Alerts on a real database, told by real events. */
@NullMarked
package io.novacron.goc.alerts;

import org.jspecify.annotations.NullMarked;
