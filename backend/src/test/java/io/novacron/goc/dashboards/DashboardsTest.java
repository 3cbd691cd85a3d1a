package io.novacron.goc.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.dashboards.Dashboards.Person;
import io.novacron.goc.dashboards.Panel.Kind;
import io.novacron.goc.dashboards.Panel.Limit;
import io.novacron.goc.dashboards.Panel.Query;
import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DashboardsTest {

    private static final Person ADA = new Person(Actor.person("ada"), Set.of("operator"), false);
    private static final Person BOB = new Person(Actor.person("bob"), Set.of("operator"), false);
    private static final Person EVE = new Person(Actor.person("eve"), Set.of("executive"), false);
    private static final Person ROOT = new Person(Actor.person("root"), Set.of("admin"), true);

    private final TestingClock clock = new TestingClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<Object> published = new ArrayList<>();
    private final Dashboards dashboards =
            new Dashboards(new DashboardStore(TestingDatabase.fresh().client()), published::add, new Ids(clock), clock);

    @Test
    void whatWasPutTogetherComesBackAsItWas() {
        Panel panel = new Panel(
                1,
                Kind.LINES,
                "Errors <b>",
                "ratio",
                List.of(new Query("up", "")),
                List.of(new Limit(0.05, "critical")),
                "",
                new Box(3, 4, 12, 8));
        Content content = new Content(List.of(panel), List.of(Variable.of("region")), "now-6h");

        Dashboard made = dashboards.create(" Edge ", Audience.team("operator"), content, ADA);

        assertThat(dashboards.find(made.id(), ADA)).contains(made);
        assertThat(made.title()).isEqualTo("Edge");
        assertThat(made.content()).isEqualTo(content);
        assertThat(published).singleElement().isInstanceOf(DashboardChanged.class);
    }

    @Test
    void onlyThoseItIsForSeeIt() {
        Dashboard own = dashboards.create("own", Audience.PERSON, Content.EMPTY, ADA);
        Dashboard team = dashboards.create("team", Audience.team("operator"), Content.EMPTY, ADA);
        Dashboard all = dashboards.create("all", Audience.EVERYONE, Content.EMPTY, ADA);

        assertThat(dashboards.seenBy(ADA, 10)).containsExactly(all, own, team);
        assertThat(dashboards.seenBy(BOB, 10)).containsExactly(all, team);
        assertThat(dashboards.seenBy(EVE, 10)).containsExactly(all);
        assertThat(dashboards.find(own.id(), BOB)).isEmpty();
        assertThat(dashboards.find(team.id(), EVE)).isEmpty();
        assertThat(dashboards.find(own.id(), ROOT)).contains(own);
    }

    @Test
    void onlyItsOwnerAndWhoLooksAfterTheHouseChangesIt() {
        Dashboard made = dashboards.create("mine", Audience.EVERYONE, Content.EMPTY, ADA);

        refused(ErrorCode.FORBIDDEN, () -> dashboards.change(made, BOB));
        refused(ErrorCode.FORBIDDEN, () -> dashboards.remove(made.id(), BOB));
        Dashboard changed = dashboards.change(made, ROOT);
        dashboards.remove(made.id(), ADA);

        assertThat(changed.changedBy()).isEqualTo("root");
        assertThat(changed.owner()).isEqualTo("ada");
        assertThat(dashboards.find(made.id(), ADA)).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> dashboards.remove(made.id(), ADA));
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondIsTold() {
        Dashboard seen = dashboards.create("ours", Audience.EVERYONE, Content.EMPTY, ADA);

        dashboards.change(seen, ROOT);

        refused(ErrorCode.CONFLICT, () -> dashboards.change(seen, ADA));
    }

    @Test
    void nobodySharesWithATeamThatIsNotTheirs() {
        refused(
                ErrorCode.FORBIDDEN,
                () -> dashboards.create("for them", Audience.team("executive"), Content.EMPTY, ADA));
        refused(ErrorCode.INVALID_INPUT, () -> dashboards.create(" \u0007 ", Audience.PERSON, Content.EMPTY, ADA));
    }

    @Test
    void panelsAreAddedBelowReplacedAndRemoved() {
        Panel panel =
                new Panel(7, Kind.NUMBER, "n", "", List.of(new Query("up", "")), List.of(), "", new Box(9, 9, 6, 4));

        Content two = Content.EMPTY.with(panel).with(panel);
        Content moved = two.replacing(two.panels().getFirst().at(new Box(50, -3, 900, 1)));

        assertThat(two.panels()).extracting(Panel::number).containsExactly(1, 2);
        assertThat(two.panels()).extracting(each -> each.box().y()).containsExactly(0, 4);
        assertThat(moved.panels().getFirst().box()).isEqualTo(new Box(0, 0, 24, 2));
        assertThat(moved.without(1).panels()).extracting(Panel::number).containsExactly(2);
    }

    private static void refused(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        OperationsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
