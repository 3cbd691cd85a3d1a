/**
 * Further doors, closed by default and bounded: Graphite over TCP and StatsD over UDP, which know no tokens, and
 * CloudEvents in JSON.
 */
@NullMarked
package io.novacron.goc.streaming.lines;

import org.jspecify.annotations.NullMarked;
