package io.novacron.goc.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One viewer of a stream of values. Only the newest value is kept: a slow viewer skips, and never makes anybody wait.
 *
 * @param <T> what is shown
 */
final class Feed<T> {

    private final UI ui;
    private final Consumer<T> show;
    private final Executor executor;
    private final AtomicReference<@Nullable T> next = new AtomicReference<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Feed(UI ui, Consumer<T> show, Executor executor) {
        this.ui = ui;
        this.show = show;
        this.executor = executor;
    }

    /** Shows the value soon. */
    void offer(T value) {
        next.set(value);
        if (scheduled.compareAndSet(false, true)) {
            executor.execute(this::deliver);
        }
    }

    private void deliver() {
        try {
            ui.access(() -> {
                scheduled.set(false);
                T value = next.getAndSet(null);
                if (value != null) {
                    show.accept(value);
                }
            });
        } catch (UIDetachedException e) {
            scheduled.set(true);
        }
    }

    /** Runs {@code begin} when the component is shown and what it returned when it no longer is. */
    static void whileAttached(Component component, java.util.function.Function<UI, Runnable> begin) {
        component.addAttachListener(attached -> {
            Runnable end = begin.apply(attached.getUI());
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                end.run();
            });
        });
    }
}
