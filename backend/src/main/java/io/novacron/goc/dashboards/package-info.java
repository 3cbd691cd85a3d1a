/**
 * Dashboards: panels that people put together, for themselves, their team or everyone. A dashboard is a value that is
 * read and written whole; of two who change it at once the second is told. What other tools have saved is read by
 * {@link io.novacron.goc.dashboards.GrafanaImport}, which says what it had to leave out. Teams are the roles, until
 * there are others.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.novacron.goc.dashboards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
