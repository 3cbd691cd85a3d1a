package io.novacron.goc.kernel;

import java.util.Locale;

/** How bad it is, worst first. Shape and letter carry the meaning for those who cannot tell the colours apart. */
public enum Severity {
    CRITICAL("◆C"),
    HIGH("▲H"),
    WARNING("●W"),
    INFO("i");

    private final String tag;

    Severity(String tag) {
        this.tag = tag;
    }

    /** Shape and letter, which tell the severity to those who cannot tell its colour. */
    public String tag() {
        return tag;
    }

    /** As people read it: {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean worseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
