package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps dashboards. Who may not look at one is told that there is none. */
@Service
public class Dashboards {

    private static final int OF_ONE_MOST = 500;

    private final DashboardStore store;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Dashboards(DashboardStore store, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.store = store;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who looks, or wants to change something.
     *
     * @param administers whether they look after the house, and so after the dashboards of all
     */
    public record Person(Actor actor, Set<String> teams, boolean administers) {}

    /** What the person may look at, by title. */
    public List<Dashboard> seenBy(Person person, int most) {
        return store.seenBy(person.actor().name(), person.teams(), most);
    }

    /** A dashboard that the person may look at. */
    public Optional<Dashboard> find(UUID id, Person person) {
        return store.find(id)
                .filter(found ->
                        person.administers() || found.isSeenBy(person.actor().name(), person.teams()));
    }

    /** A dashboard whoever looks, for screens that have a right of their own. */
    public Optional<Dashboard> find(UUID id) {
        return store.find(id);
    }

    /**
     * Makes one.
     *
     * @throws OperationsException INVALID_INPUT when it has no title, or the person has 500 already
     */
    @Transactional
    public Dashboard create(String title, Audience audience, Content content, Person person) {
        String owner = person.actor().name();
        if (store.countOf(owner) >= OF_ONE_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "%s has %d dashboards already, which is the most; remove one".formatted(owner, OF_ONE_MOST));
        }
        Instant now = clock.instant();
        Dashboard made = new Dashboard(ids.next(), title, owner, checked(audience, person), content, now, owner, 1);
        store.insert(made);
        tell(made, "dashboards.create", person);
        return made;
    }

    /**
     * Writes it anew.
     *
     * @param seen the dashboard as it was seen, with what shall be otherwise
     * @throws OperationsException NOT_FOUND; FORBIDDEN when it is somebody else's; CONFLICT when it has changed since
     */
    @Transactional
    public Dashboard change(Dashboard seen, Person person) {
        Dashboard now = mine(seen.id(), person);
        Dashboard next = new Dashboard(
                now.id(),
                seen.title(),
                now.owner(),
                checked(seen.audience(), person),
                seen.content(),
                clock.instant(),
                person.actor().name(),
                seen.version());
        if (!store.update(next)) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "%s has changed “%s” meanwhile; what you did is still on your screen: open the dashboard anew in "
                                    .formatted(now.changedBy(), now.title())
                            + "another page, and bring it over");
        }
        tell(next, "dashboards.change", person);
        return store.find(seen.id()).orElseThrow();
    }

    /**
     * Removes it.
     *
     * @throws OperationsException NOT_FOUND; FORBIDDEN when it is somebody else's
     */
    @Transactional
    public void remove(UUID id, Person person) {
        Dashboard gone = mine(id, person);
        store.delete(id);
        tell(gone, "dashboards.remove", person);
    }

    private Dashboard mine(UUID id, Person person) {
        Dashboard found = find(id, person)
                .orElseThrow(
                        () -> new OperationsException(ErrorCode.NOT_FOUND, "there is no dashboard %s".formatted(id)));
        if (!found.isChangedBy(person.actor(), person.administers())) {
            throw new OperationsException(
                    ErrorCode.FORBIDDEN,
                    "“%s” is %s's; make a copy, which is yours".formatted(found.title(), found.owner()));
        }
        return found;
    }

    private static Audience checked(Audience audience, Person person) {
        String team = audience.team();
        if (team != null && !person.administers() && !person.teams().contains(team)) {
            throw new OperationsException(
                    ErrorCode.FORBIDDEN, "you are not of the team %s; share it with your own".formatted(team));
        }
        return audience;
    }

    private void tell(Dashboard dashboard, String action, Person person) {
        String detail = "%s, %d panels, for %s"
                .formatted(dashboard.title(), dashboard.content().panels().size(), dashboard.audience());
        events.publishEvent(
                new DashboardChanged(dashboard.id().toString(), action, detail, person.actor(), clock.instant()));
    }
}
