/** Accounts, tokens and the audit trail on a real database. */
@NullMarked
package io.novacron.goc.access;

import org.jspecify.annotations.NullMarked;
