/** Tests of the doors for lines. */
@NullMarked
package io.novacron.goc.streaming.lines;

import org.jspecify.annotations.NullMarked;
