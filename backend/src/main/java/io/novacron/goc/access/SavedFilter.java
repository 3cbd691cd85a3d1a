package io.novacron.goc.access;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;

/**
 * What somebody often looks for in a list.
 *
 * @param list the list, by what its rows are
 * @param name what its owner calls it, 1 to {@value #NAME_LONGEST} characters
 * @param query the part of the address that asks for it, at most {@value #QUERY_LONGEST} characters
 */
public record SavedFilter(String list, String name, String query) {

    public static final int NAME_LONGEST = 60;
    public static final int QUERY_LONGEST = 2_000;

    /** @throws OperationsException INVALID_INPUT when the name or the query is too long, or there is no name */
    public SavedFilter {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a filter's name has %d characters; give 1 to %d, without control characters"
                            .formatted(name.length(), NAME_LONGEST));
        }
        if (query.length() > QUERY_LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the filter takes %d characters to say; at most %d can be kept; choose fewer values"
                            .formatted(query.length(), QUERY_LONGEST));
        }
    }
}
