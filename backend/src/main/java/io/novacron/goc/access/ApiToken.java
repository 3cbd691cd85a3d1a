package io.novacron.goc.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program's token, without its secret. */
public record ApiToken(
        UUID id,
        String name,
        Set<TokenScope> scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
