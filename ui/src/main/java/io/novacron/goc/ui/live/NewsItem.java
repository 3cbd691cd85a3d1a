package io.novacron.goc.ui.live;

/**
 * One line of what happened.
 *
 * @param tag shape and letter of the state or severity
 * @param tone the state or severity in one word
 * @param address where to look, relative
 */
public record NewsItem(long atMs, String tag, String tone, String text, String address) {}
