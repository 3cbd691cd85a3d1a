/** The whole house, started once for the tests that need it. */
@NullMarked
package io.novacron.goc;

import org.jspecify.annotations.NullMarked;
