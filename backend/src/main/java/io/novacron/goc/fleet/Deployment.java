package io.novacron.goc.fleet;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a service that was brought to a region or zone: what responders ask for first when something turned bad.
 *
 * @param link where more is told of it: an {@code http} or {@code https} address
 * @param by who told of it
 */
public record Deployment(
        UUID id,
        Instant at,
        Place place,
        String service,
        String version,
        @Nullable String link,
        Actor by) {

    public static final int NAME_LONGEST = 100;
    public static final int LINK_LONGEST = 500;

    /** @throws OperationsException INVALID_INPUT when a part is missing, too long, or no address, or it names a host */
    public Deployment {
        name("service", service);
        name("version", version);
        if (place.host() != null) {
            throw invalid("a deployment to %s cannot be told; name its zone or region".formatted(place));
        }
        if (link != null && !isWeb(link)) {
            throw invalid("the link of a deployment has to be an http or https address of at most %d characters"
                    .formatted(LINK_LONGEST));
        }
    }

    private static void name(String what, String value) {
        boolean isLine = value.chars().noneMatch(Character::isISOControl);
        if (value.isBlank() || value.length() > NAME_LONGEST || !isLine) {
            throw invalid("the %s of a deployment has %d characters; give one line of 1 to %d"
                    .formatted(what, value.length(), NAME_LONGEST));
        }
    }

    private static boolean isWeb(String link) {
        try {
            String scheme = new URI(link).getScheme();
            return link.length() <= LINK_LONGEST && ("http".equals(scheme) || "https".equals(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static OperationsException invalid(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, why);
    }
}
