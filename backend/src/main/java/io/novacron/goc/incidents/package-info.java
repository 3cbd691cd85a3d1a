/**
 * Incidents and their war rooms: who leads, who does what, what happened when, what is next. A critical alert on a
 * region opens one by itself, one for each region at a time. The timeline only ever grows. The commander's seat is
 * handed over, never taken.
 */
@ApplicationModule(allowedDependencies = {"kernel", "fleet", "alerts", "availability"})
@NullMarked
package io.novacron.goc.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
