package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is at the head of a place's screen: its name, how it is, since when, and exactly why. */
final class PlaceHead extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FINDINGS_MOST = 4;
    private static final int FINDINGS_READ = 100;

    private final Div state = new Div();
    private final Span reason = new Span();
    private final UnorderedList findings = new UnorderedList();

    /** @param facts what else is worth knowing of it, in a few words */
    PlaceHead(String name, Place place, Component facts, Component time, PlaceParts parts) {
        state.addClassName("goc-standing");
        reason.setId("reason");
        facts.addClassName("goc-secondary");
        Div end = new Div(time);
        end.addClassName("goc-end");
        Div line = new Div(new H1(name), state, reason, facts, end);
        line.addClassName("goc-toolbar");
        findings.addClassName("goc-reasons");
        add(line, findings);
        parts.changes().follow(this, Set.of(Topic.HEALTH, Topic.ALERTS), () -> {
            Instant now = parts.clock().instant();
            List<Finding> open =
                    parts.findings().at(place, new TimeRange(now, now.plusSeconds(1)), FINDINGS_READ).stream()
                            .filter(Finding::open)
                            .sorted(java.util.Comparator.comparing(Finding::severity))
                            .toList();
            explain(open, place);
        });
    }

    private void explain(List<Finding> open, Place place) {
        findings.removeAll();
        open.stream().limit(FINDINGS_MOST).forEach(finding -> {
            ListItem item = new ListItem(
                    Badges.severity(finding.severity()), new Span(where(finding, place) + finding.explanation()));
            item.add(elapsed(finding.since()));
            findings.add(item);
        });
        if (open.size() > FINDINGS_MOST) {
            int more = open.size() - FINDINGS_MOST;
            findings.add(
                    new ListItem(open.size() == FINDINGS_READ ? "and more" : "and %d more findings".formatted(more)));
        }
    }

    private static String where(Finding finding, Place place) {
        if (finding.place().equals(place)) {
            return "";
        }
        return finding.place().host() != null
                ? finding.place().host() + ": "
                : "zone " + finding.place().zone() + ": ";
    }

    /** @param since when it came to be so, if that is known */
    void show(Health health, @Nullable Instant since, String why) {
        state.removeAll();
        state.add(Badges.state(health));
        if (since != null && since.isAfter(Instant.EPOCH)) {
            Span words = new Span("for ");
            words.addClassName("goc-secondary");
            state.add(words, elapsed(since));
        }
        reason.setText(why);
    }

    private static ClientElement elapsed(Instant since) {
        ClientElement age = new ClientElement("goc-elapsed");
        age.getElement().setAttribute("since", Long.toString(since.toEpochMilli()));
        return age;
    }
}
