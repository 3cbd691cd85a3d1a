/**
 * The ground floor: the embedded PostgreSQL, the schema, and what kind of server is in force. It enters no other room.
 */
@NullMarked
package io.novacron.goc.db;

import org.jspecify.annotations.NullMarked;
