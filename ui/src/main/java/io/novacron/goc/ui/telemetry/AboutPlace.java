package io.novacron.goc.ui.telemetry;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.telemetry.Condition;
import io.novacron.goc.telemetry.Condition.Comparison;
import io.novacron.goc.telemetry.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which place expressions are about, by the labels that they fix. */
final class AboutPlace {

    private AboutPlace() {}

    /** The one place of all; empty when there are several, or one is about no single place. */
    static Optional<Place> of(List<String> expressions) {
        List<Optional<Place>> places = expressions.stream()
                .filter(expression -> !expression.isBlank())
                .map(expression -> Question.of(expression).flatMap(AboutPlace::place))
                .distinct()
                .toList();
        return places.size() == 1 ? places.getFirst() : Optional.empty();
    }

    private static Optional<Place> place(Question question) {
        String region = value(question, "region");
        if (region == null) {
            return Optional.empty();
        }
        try {
            String zone = value(question, "zone");
            String host = zone == null ? null : value(question, "host");
            return Optional.of(new Place(new RegionId(region), zone, host == null ? null : new HostId(host)));
        } catch (OperationsException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String value(Question question, String label) {
        return question.where().stream()
                .filter(condition -> condition.label().equals(label)
                        && condition.comparison() == Comparison.EQUAL
                        && !condition.value().isEmpty())
                .map(Condition::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
