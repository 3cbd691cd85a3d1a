package io.novacron.goc.ui.live;

import com.vaadin.flow.component.Component;
import io.novacron.goc.kernel.DomainEvent;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Nudges screens when facts of their room have changed and are committed; the screen then asks for them anew. */
@Service
public class Changes {

    private static final AtomicLong NONE = new AtomicLong();

    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Map<Topic, AtomicLong> counts = new ConcurrentHashMap<>();

    /** A screen and what it shows. */
    private record Viewer(Set<Topic> topics, Feed<Boolean> feed) {}

    /**
     * Runs {@code refresh} in the component's UI now and after each change of a topic, while the component is on the
     * screen.
     */
    public void follow(Component component, Set<Topic> topics, Runnable refresh) {
        Feed.whileAttached(component, ui -> {
            Viewer viewer = new Viewer(EnumSet.copyOf(topics), new Feed<>(ui, changed -> refresh.run(), executor));
            viewers.add(viewer);
            refresh.run();
            return () -> viewers.remove(viewer);
        });
    }

    /** How many changes of the topics there were; two equal answers say that nothing changed between them. */
    public long count(Set<Topic> topics) {
        return topics.stream()
                .mapToLong(topic -> counts.getOrDefault(topic, NONE).get())
                .sum();
    }

    @EventListener
    void on(DomainEvent event) {
        AfterCommit.run(() -> nudge(topic(event)));
    }

    private void nudge(Topic topic) {
        counts.computeIfAbsent(topic, first -> new AtomicLong()).incrementAndGet();
        viewers.stream()
                .filter(viewer -> viewer.topics().contains(topic))
                .forEach(viewer -> viewer.feed().offer(true));
    }

    /** The room an event comes from says what it is about. */
    private static Topic topic(DomainEvent event) {
        String[] path = event.getClass().getPackageName().split("\\.");
        return switch (path[3]) {
            case "alerts" -> Topic.ALERTS;
            case "incidents" -> Topic.INCIDENTS;
            case "reporting" -> Topic.REPORTS;
            case "dashboards" -> Topic.DASHBOARDS;
            case "fleet" -> path.length > 4 ? Topic.FAULTS : Topic.FLEET;
            case "access" -> Topic.ACCESS;
            default -> Topic.HEALTH;
        };
    }
}
