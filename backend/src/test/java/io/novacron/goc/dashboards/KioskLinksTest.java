package io.novacron.goc.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.dashboards.KioskLinks.Issued;
import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KioskLinksTest {

    private static final Actor ADA = Actor.person("ada");
    private static final List<Turn> BOARDS = List.of(Turn.of("world:30"), Turn.of("attention:15"));

    private final TestingClock clock = new TestingClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<Object> published = new ArrayList<>();
    private final KioskLinks links =
            new KioskLinks(new KioskStore(TestingDatabase.fresh().client()), published::add, new Ids(clock), clock);

    @Test
    void aLinkShowsItsBoardsUntilItExpires() {
        Issued issued = links.issue("Lobby", BOARDS, false, Duration.ofHours(1), ADA);

        assertThat(links.verify(issued.secret())).contains(issued.link());
        assertThat(issued.link().boards()).isEqualTo(BOARDS);
        clock.advance(Duration.ofHours(1));
        assertThat(links.verify(issued.secret())).isEmpty();
        assertThatThrownBy(() -> links.revoke(issued.link().id(), ADA)).isInstanceOf(OperationsException.class);
    }

    @Test
    void aRevokedLinkShowsNothingAndBothDeedsAreAudited() {
        Issued issued = links.issue("Lobby", BOARDS, true, Duration.ofDays(30), ADA);

        links.revoke(issued.link().id(), ADA);

        assertThat(links.verify(issued.secret())).isEmpty();
        assertThat(links.all())
                .singleElement()
                .satisfies(link -> assertThat(link.revokedAt()).isNotNull());
        assertThat(published).hasSize(2).hasOnlyElementsOfType(DashboardChanged.class);
        assertThat(published.toString()).doesNotContain(issued.secret());
    }

    @Test
    void nobodyGuessesASecret() {
        links.issue("Lobby", BOARDS, false, Duration.ofHours(1), ADA);

        assertThat(links.verify("")).isEmpty();
        assertThat(links.verify("x".repeat(10_000))).isEmpty();
        assertThat(links.verify("' or true --")).isEmpty();
    }

    @Test
    void aLinkNeedsANameABoardAndAnEnd() {
        assertThatThrownBy(() -> links.issue(" ", BOARDS, false, Duration.ofHours(1), ADA))
                .isInstanceOf(OperationsException.class);
        assertThatThrownBy(() -> links.issue("a", List.of(), false, Duration.ofHours(1), ADA))
                .isInstanceOf(OperationsException.class);
        assertThatThrownBy(() -> links.issue("a", BOARDS, false, Duration.ofDays(400), ADA))
                .isInstanceOf(OperationsException.class);
    }
}
