/**
 * Who may do what, and who did what: accounts with roles for people, tokens with scopes for programs, and the audit
 * trail, in which every event that changes state on somebody's behalf lands in the transaction that changed it.
 */
@NullMarked
package io.novacron.goc.access;

import org.jspecify.annotations.NullMarked;
