/** Incidents and their war rooms. */
@NullMarked
package io.novacron.goc.ui.incidents;

import org.jspecify.annotations.NullMarked;
