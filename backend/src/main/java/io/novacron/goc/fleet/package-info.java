/**
 * What there is: regions, their zones, hosts and VMs. Nobody enters them by hand: the simulated fleet brings its
 * catalogue, and every other host is found by the labels of its telemetry. Reads come from memory; the database keeps
 * it over a restart.
 */
@NullMarked
package io.novacron.goc.fleet;

import org.jspecify.annotations.NullMarked;
