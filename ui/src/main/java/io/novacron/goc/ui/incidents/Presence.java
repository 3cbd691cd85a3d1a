package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Service;

/** Who has which war room on the screen. */
@Service
final class Presence {

    private final Map<Long, TreeMap<String, Integer>> present = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Counts the person as present while the component is on the screen; {@code changed} runs when anybody comes or
     * goes.
     */
    void attend(Component component, long number, String person, Runnable changed) {
        component.addAttachListener(attached -> {
            Runnable inItsUi = () -> attached.getUI().access(changed::run);
            count(number, person, 1);
            listeners.add(inItsUi);
            listeners.forEach(Runnable::run);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                listeners.remove(inItsUi);
                count(number, person, -1);
                listeners.forEach(Runnable::run);
            });
        });
    }

    /** The people present, by name. */
    List<String> of(long number) {
        TreeMap<String, Integer> people = present.getOrDefault(number, new TreeMap<>());
        synchronized (people) {
            return List.copyOf(people.keySet());
        }
    }

    private void count(long number, String person, int change) {
        TreeMap<String, Integer> people = present.computeIfAbsent(number, none -> new TreeMap<>());
        synchronized (people) {
            people.merge(person, change, (before, more) -> before + more == 0 ? null : before + more);
        }
    }
}
