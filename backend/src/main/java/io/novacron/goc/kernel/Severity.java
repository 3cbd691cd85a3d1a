package io.novacron.goc.kernel;

import java.util.Locale;

/** How bad it is, worst first. Shape and letter carry the meaning for those who cannot tell the colours apart. */
public enum Severity {
    CRITICAL("◆", "C"),
    HIGH("▲", "H"),
    WARNING("●", "W"),
    INFO("i", "I");

    private final String shape;
    private final String letter;

    Severity(String shape, String letter) {
        this.shape = shape;
        this.letter = letter;
    }

    public String shape() {
        return shape;
    }

    public String letter() {
        return letter;
    }

    /** As people read it: {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean worseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
