/** The administrator's screens, and the auditor's trail. */
@NullMarked
package io.novacron.goc.ui.admin;

import org.jspecify.annotations.NullMarked;
