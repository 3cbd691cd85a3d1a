/**
 * Alerts: what people should look at. Findings of one region and one cause are one alert, however many there are. An
 * acknowledgement is a claim of work with an owner, a note and an end; when it ends with the trouble still there, the
 * alert fires again. An alert resolves when all its findings have ended, never because data went missing.
 */
@ApplicationModule(allowedDependencies = {"kernel", "fleet", "intelligence"})
@NullMarked
package io.novacron.goc.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
