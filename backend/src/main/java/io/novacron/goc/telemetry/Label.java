package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;

/**
 * One name and value that tells a series from its siblings. Name 1..128 characters, value 0..1,024, neither with the
 * character NUL, which a database cannot keep.
 */
public record Label(String name, String value) implements Comparable<Label> {

    public static final int NAME_LONGEST = 128;
    public static final int VALUE_LONGEST = 1_024;

    public Label {
        if (name.isEmpty() || name.length() > NAME_LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a label name has %d characters; 1 to %d are allowed".formatted(name.length(), NAME_LONGEST));
        }
        if (value.length() > VALUE_LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the value of label %s has %d characters; at most %d are allowed"
                            .formatted(name, value.length(), VALUE_LONGEST));
        }
        if (name.indexOf(0) >= 0 || value.indexOf(0) >= 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "label %s holds the character NUL; send text without it".formatted(name.replace("\0", "")));
        }
    }

    @Override
    public int compareTo(Label other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : value.compareTo(other.value);
    }
}
