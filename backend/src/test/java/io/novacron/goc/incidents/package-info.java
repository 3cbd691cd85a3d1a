/** Incidents and war rooms on a real database, with real threads where people race. */
@NullMarked
package io.novacron.goc.incidents;

import org.jspecify.annotations.NullMarked;
