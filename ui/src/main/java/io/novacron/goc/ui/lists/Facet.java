package io.novacron.goc.ui.lists;

import java.util.function.Function;

/**
 * A property by which rows fall into groups.
 *
 * @param key its name in the address
 * @param value which group a row is in, in words
 * @param <T> a row
 */
public record Facet<T>(String key, String title, Function<T, String> value) {}
