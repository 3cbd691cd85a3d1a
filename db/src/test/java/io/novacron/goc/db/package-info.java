/** The ground floor seen in tests, and the database that the tests of every floor share. */
@NullMarked
package io.novacron.goc.db;

import org.jspecify.annotations.NullMarked;
