/**
 * Doors for senders that speak in lines: Graphite over TCP and StatsD over UDP. Both are closed until a port is named,
 * know no tokens, and are bounded in connections, lines and names.
 */
@NullMarked
package io.novacron.goc.streaming.lines;

import org.jspecify.annotations.NullMarked;
