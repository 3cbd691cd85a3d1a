/**
 * What the build checks of the house itself: who may see whom, what stays in which room, and that the files are tidy.
 * Each rule carries its reason, and each was seen to fail on a deliberate violation before it was trusted.
 */
@NullMarked
package io.novacron.goc.house;

import org.jspecify.annotations.NullMarked;
