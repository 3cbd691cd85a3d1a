package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Sha256;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tokens by which programs come in. A token has 256 random bits, so its SHA-256 is enough to know it by. */
@Service
public class Tokens {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final String PREFIX = "goc_";
    private static final int CACHED_MOST = 10_000;
    private static final Duration TRUSTED = Duration.ofSeconds(10);
    private static final Duration TRUSTED_WITHOUT_DATABASE = Duration.ofHours(1);

    private final TokenStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;
    private final Map<ByteBuffer, Known> valid = new ConcurrentHashMap<>();
    private final AtomicLong revocations = new AtomicLong();

    /** A token that the database knew at a time, and until when that is good enough. */
    private record Known(ApiToken token, Instant checkedAt, Instant until) {}

    Tokens(TokenStore store, ApplicationEventPublisher events, Clock clock, Ids ids) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Issues a token; its secret is in the answer and nowhere else.
     *
     * @throws OperationsException INVALID_INPUT when the name or the scopes break a rule
     */
    @Transactional
    public IssuedToken issue(String name, Set<TokenScope> scopes, Actor by) {
        if (!NAME.matcher(name).matches() || scopes.isEmpty()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a token needs a scope and a name of 1 to 40 letters, digits, dots, underscores and dashes");
        }
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(ids.secret(32));
        ApiToken token = new ApiToken(ids.next(), name, Set.copyOf(scopes), by.name(), clock.instant(), null);
        store.add(token, Sha256.of(secret));
        events.publishEvent(new TokenChanged(name, "access.issue-token", "scopes " + scopes, by, clock.instant()));
        return new IssuedToken(token, secret);
    }

    /**
     * The token that the secret belongs to, if it is valid.
     *
     * @throws DataAccessException when the database is away and the token was not known within the last hour
     */
    public Optional<ApiToken> verify(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        byte[] hash = Sha256.of(secret);
        ByteBuffer key = ByteBuffer.wrap(hash);
        Instant now = clock.instant();
        Known known = valid.get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.token());
        }
        long revocationsBefore = revocations.get();
        Optional<Known> found;
        try {
            found = store.findValid(hash).map(token -> new Known(token, now, now.plus(TRUSTED)));
        } catch (DataAccessException e) {
            found = Optional.of(withoutDatabase(known, now).orElseThrow(() -> e));
        }
        remember(key, found, revocationsBefore);
        return found.map(Known::token);
    }

    /** Telemetry goes on while the database is away: whoever was known within the hour still is. */
    private static Optional<Known> withoutDatabase(@Nullable Known known, Instant now) {
        return Optional.ofNullable(known)
                .filter(then -> now.isBefore(then.checkedAt().plus(TRUSTED_WITHOUT_DATABASE)))
                .map(then -> new Known(then.token(), then.checkedAt(), now.plus(TRUSTED)));
    }

    /** Makes the token invalid: here at once, on other nodes within ten seconds. */
    @Transactional
    public void revoke(UUID id, Actor by) {
        String name = store.revoke(id, clock.instant())
                .orElseThrow(
                        () -> new OperationsException(ErrorCode.NOT_FOUND, "there is no valid token %s".formatted(id)));
        forget(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    forget(id);
                }
            });
        }
        events.publishEvent(new TokenChanged(name, "access.revoke-token", "", by, clock.instant()));
    }

    /** Keeps what was found, unless a token was revoked since it was looked up: it may have been this one. */
    private synchronized void remember(ByteBuffer key, Optional<Known> found, long revocationsBefore) {
        if (found.isEmpty() || revocations.get() != revocationsBefore) {
            valid.remove(key);
            return;
        }
        if (valid.size() >= CACHED_MOST) {
            valid.clear();
        }
        valid.put(key, found.get());
    }

    private synchronized void forget(UUID id) {
        revocations.incrementAndGet();
        valid.values().removeIf(known -> known.token().id().equals(id));
    }

    /** All tokens, newest first, revoked ones included. */
    public List<ApiToken> all() {
        return store.all();
    }
}
