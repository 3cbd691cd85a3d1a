/** Tests of the room. */
@NullMarked
package io.novacron.goc.ui.lists;

import org.jspecify.annotations.NullMarked;
