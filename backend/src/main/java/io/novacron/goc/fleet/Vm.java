package io.novacron.goc.fleet;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import java.time.Instant;

/** A virtual machine on a host. */
public record Vm(String id, HostId host, String flavor, Instant firstSeen) {

    private static final int LONGEST = 128;

    public Vm {
        if (id.isEmpty() || id.length() > LONGEST || flavor.length() > LONGEST || isOdd(id) || isOdd(flavor)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a VM of %s has an id of %d and a flavor of %d characters; at most %d without control characters are allowed"
                            .formatted(host, id.length(), flavor.length(), LONGEST));
        }
    }

    private static boolean isOdd(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }
}
