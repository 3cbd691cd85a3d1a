package io.novacron.goc.ui.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.VaadinService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Vaadin answered a page last. It is kept for a page that asks once more because the answer was lost on its way,
 * and that for as long as the page lives; on a screen that is only looked at, it is the one that brought the whole
 * screen, and larger than all else the server knows of it. A page that has been told frames for {@value #KEPT_MS} ms
 * since without a break has had it: then it is forgotten.
 */
final class LastAnswer {

    /** A browser whose request fails asks again within five seconds. */
    static final long KEPT_MS = 30_000;

    /** What a page would get that asks once more later than that: it loads itself anew, and misses nothing. */
    private static final String RELOAD = VaadinService.createCriticalNotificationJSON(null, null, null, null);

    private final BooleanSupplier listens;
    private final Supplier<@Nullable String> kept;
    private final Consumer<String> keep;
    private @Nullable String seen;
    private long seenMs;

    /**
     * Watches what is kept.
     *
     * @param listens whether what is pushed now reaches the page
     * @param kept the answer
     * @param keep takes another in its place
     */
    LastAnswer(BooleanSupplier listens, Supplier<@Nullable String> kept, Consumer<String> keep) {
        this.listens = listens;
        this.kept = kept;
        this.keep = keep;
    }

    static LastAnswer to(UI ui) {
        UIInternals page = ui.getInternals();
        return new LastAnswer(
                () -> page.getPushConnection().isConnected(),
                page::getLastRequestResponse,
                page::setLastRequestResponse);
    }

    /** Another frame is told, made at a time in milliseconds since 1970; only while the page's session is locked. */
    @SuppressWarnings("ReferenceEquality") // Two answers may read the same, and the later one may still be on its way.
    void toldAt(long ms) {
        String now = kept.get();
        if (now != seen || !listens.getAsBoolean()) {
            seen = now;
            seenMs = ms;
        } else if (now != null && now != RELOAD && ms - seenMs >= KEPT_MS) {
            seen = RELOAD;
            keep.accept(RELOAD);
        }
    }
}
