/**
 * Detectors: what they are fed decides alone what they say. Each holds back until the trouble has lasted, because a
 * finding that is gone before anybody reads it teaches people to ignore the next.
 */
@NullMarked
package io.novacron.goc.analytics.detect;

import org.jspecify.annotations.NullMarked;
