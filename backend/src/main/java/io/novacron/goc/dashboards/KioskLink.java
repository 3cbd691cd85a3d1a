package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows chosen boards without signing in.
 *
 * @param namesTenants whether it may name customers
 */
public record KioskLink(
        UUID id,
        String name,
        List<Turn> boards,
        boolean namesTenants,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    private static final int NAME_LONGEST = 80;

    public KioskLink {
        name = Text.checked("name of a kiosk link", name, NAME_LONGEST);
        boards = List.copyOf(boards);
        if (boards.isEmpty() || boards.size() > Rotation.BOARDS_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a kiosk link shows %d boards; choose 1 to %d".formatted(boards.size(), Rotation.BOARDS_MOST));
        }
    }

    public boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
