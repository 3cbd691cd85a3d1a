package io.novacron.goc.access;

import java.time.Instant;
import java.util.Set;

/** A person who may sign in. */
public record Account(String name, String displayName, Set<Role> roles, boolean enabled, Instant createdAt) {}
