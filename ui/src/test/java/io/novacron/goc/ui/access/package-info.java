/** Who gets in where: every route by every role. */
@NullMarked
package io.novacron.goc.ui.access;

import org.jspecify.annotations.NullMarked;
