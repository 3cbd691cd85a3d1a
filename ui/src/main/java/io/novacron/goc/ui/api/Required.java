package io.novacron.goc.ui.api;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import org.jspecify.annotations.Nullable;

/** What a request must say; JSON may leave anything out, whatever the record's types promise. */
final class Required {

    private Required() {}

    /**
     * Refuses a field that is missing or null.
     *
     * @throws OperationsException INVALID_INPUT, naming the field
     */
    static void field(String name, @Nullable Object value) {
        if (value == null) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the field '%s' is missing; /openapi.json says what to send".formatted(name));
        }
    }
}
