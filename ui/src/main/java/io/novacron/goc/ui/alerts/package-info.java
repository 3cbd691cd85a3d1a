/** The list of alerts and how they are acknowledged. */
@NullMarked
package io.novacron.goc.ui.alerts;

import org.jspecify.annotations.NullMarked;
