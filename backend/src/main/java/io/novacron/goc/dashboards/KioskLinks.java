package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues and knows the links of kiosks. The secret of a link has 256 random bits, so its SHA-256 is enough to know it
 * by; it is in the answer to the one who makes the link and nowhere else.
 */
@Service
public class KioskLinks {

    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LONGEST = 100;

    private final KioskStore store;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    KioskLinks(KioskStore store, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.store = store;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new link and its secret. */
    public record Issued(KioskLink link, String secret) {}

    /**
     * Makes a link.
     *
     * @throws OperationsException INVALID_INPUT when it has no name or board, or lasts less than a minute or more than
     *     a year
     */
    @Transactional
    public Issued issue(String name, List<Turn> boards, boolean namesTenants, Duration lasts, Actor by) {
        if (lasts.compareTo(Duration.ofMinutes(1)) < 0 || lasts.compareTo(LONGEST) > 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a kiosk link would last %s; give a minute to %d days".formatted(lasts, LONGEST.toDays()));
        }
        Instant now = clock.instant();
        KioskLink link = new KioskLink(ids.next(), name, boards, namesTenants, by.name(), now, now.plus(lasts), null);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(ids.secret(SECRET_BYTES));
        store.insert(link, Sha256.of(secret));
        String detail =
                "boards %s until %s%s".formatted(boards, link.expiresAt(), namesTenants ? ", names tenants" : "");
        events.publishEvent(new DashboardChanged(link.name(), "dashboards.issue-kiosk-link", detail, by, now));
        return new Issued(link, secret);
    }

    /** The link of a secret, if it is valid now. */
    public Optional<KioskLink> verify(String secret) {
        return secret.length() > SECRET_LONGEST
                ? Optional.empty()
                : store.find(Sha256.of(secret)).filter(link -> link.isValid(clock.instant()));
    }

    /**
     * Ends a link; who looks at it is told within half a minute.
     *
     * @throws OperationsException NOT_FOUND when there is none, or it has ended
     */
    @Transactional
    public void revoke(UUID id, Actor by) {
        Instant now = clock.instant();
        String name = store.revoke(id, now)
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.NOT_FOUND, "there is no kiosk link %s that is valid".formatted(id)));
        events.publishEvent(new DashboardChanged(name, "dashboards.revoke-kiosk-link", "", by, now));
    }

    /** All links, newest first, those that have ended included. */
    public List<KioskLink> all() {
        return store.all();
    }
}
