@org.jspecify.annotations.NullMarked
package io.novacron.goc.telemetry.sketch;
