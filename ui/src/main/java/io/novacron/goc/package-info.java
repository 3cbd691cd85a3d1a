/** The place where the rooms are put together into one application. */
@NullMarked
package io.novacron.goc;

import org.jspecify.annotations.NullMarked;
