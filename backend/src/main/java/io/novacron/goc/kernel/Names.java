package io.novacron.goc.kernel;

/** Checks the names of things that appear in URLs, labels and queries. */
final class Names {

    private Names() {}

    /**
     * Returns the name if it may be used.
     *
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} when it is empty, too long or holds a character
     *     outside letters, digits, dot, colon, underscore, at sign and dash
     */
    static String checked(String what, String name, int longest) {
        if (name.isEmpty() || name.length() > longest) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the %s name has %d characters; 1 to %d are allowed".formatted(what, name.length(), longest));
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "._-:@".indexOf(c) < 0) {
                throw new OperationsException(
                        ErrorCode.INVALID_INPUT,
                        "the %s name has U+%04X at position %d; only letters, digits and . _ - : @ are allowed"
                                .formatted(what, (int) c, i));
            }
        }
        return name;
    }
}
