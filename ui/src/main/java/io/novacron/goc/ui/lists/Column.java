package io.novacron.goc.ui.lists;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param key its name in the address
 * @param value what is sorted by, and written to CSV; compared by its own order when it has one
 * @param cell what is shown in its place; null for the value itself
 * @param address where the value leads; null when it leads nowhere
 * @param kind how wide it is, and on which side its values stand
 * @param isSearched whether a filter looks for words in it
 * @param isMinor whether it is left out where there is room for few, as on a phone
 * @param <T> a row
 */
public record Column<T>(
        String key,
        String title,
        Function<T, ?> value,
        @Nullable Function<T, Component> cell,
        @Nullable Function<T, String> address,
        Kind kind,
        boolean isSearched,
        boolean isMinor) {

    /** How a column takes its room. */
    public enum Kind {
        /** As wide as its values. */
        TEXT,
        /** As wide as its values, which stand on the right. */
        NUMBER,
        /** Takes the room that is left. */
        WIDE,
        /** A date with its time. */
        MOMENT,
        /** Something to press: has no value, so it is neither sorted by nor written to CSV, and always there. */
        ACTION
    }

    public static <T> Column<T> text(String key, String title, Function<T, String> value) {
        return new Column<>(key, title, value, null, null, Kind.TEXT, true, false);
    }

    /** Something that has an order, as a moment or a state. */
    public static <T> Column<T> ordered(
            String key, String title, Function<T, ? extends Comparable<?>> value, Function<T, Component> cell) {
        return new Column<>(key, title, value, cell, null, Kind.TEXT, false, false);
    }

    public static <T> Column<T> moment(String key, String title, Function<T, Instant> value) {
        return new Column<>(key, title, value, null, null, Kind.MOMENT, false, false);
    }

    public static <T> Column<T> number(String key, String title, Function<T, ? extends Number> value) {
        return new Column<>(key, title, value, null, null, Kind.NUMBER, false, false);
    }

    /** A text that takes the room that is left. */
    public static <T> Column<T> wide(String key, String title, Function<T, String> value) {
        return new Column<>(key, title, value, null, null, Kind.WIDE, true, false);
    }

    public static <T> Column<T> action(String key, Function<T, Component> cell) {
        return new Column<>(key, "", row -> "", cell, null, Kind.ACTION, false, false);
    }

    /** The same, as a link. */
    public Column<T> leadingTo(Function<T, String> where) {
        return new Column<>(key, title, value, cell, where, kind, isSearched, isMinor);
    }

    /** The same, left out where there is room for few. */
    public Column<T> minor() {
        return new Column<>(key, title, value, cell, address, kind, isSearched, true);
    }

    /** The value as text; empty when there is none. */
    String textOf(T row) {
        Object known = value.apply(row);
        return known == null ? "" : known.toString();
    }
}
