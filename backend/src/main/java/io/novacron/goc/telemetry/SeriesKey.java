package io.novacron.goc.telemetry;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a series: a metric and its labels, sorted by name and unique, at most {@value #LABELS_MOST}.
 *
 * @param metric for example {@code node_load1}; 1..128 characters
 */
public record SeriesKey(String metric, List<Label> labels) {

    public static final int LABELS_MOST = 40;

    public SeriesKey {
        if (metric.isEmpty() || metric.length() > Label.NAME_LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a metric name has %d characters; 1 to %d are allowed"
                            .formatted(metric.length(), Label.NAME_LONGEST));
        }
        if (metric.indexOf(0) >= 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "a metric name holds the character NUL; send text without it");
        }
        if (labels.size() > LABELS_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "series %s has %d labels; at most %d are allowed".formatted(metric, labels.size(), LABELS_MOST));
        }
        labels = labels.stream().sorted().toList();
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i).name().equals(labels.get(i - 1).name())) {
                throw new OperationsException(
                        ErrorCode.INVALID_INPUT,
                        "series %s has label %s twice"
                                .formatted(metric, labels.get(i).name()));
            }
        }
    }

    /** Makes a key from alternating label names and values. */
    public static SeriesKey of(String metric, String... namesAndValues) {
        Label[] labels = new Label[namesAndValues.length / 2];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label(namesAndValues[2 * i], namesAndValues[2 * i + 1]);
        }
        return new SeriesKey(metric, List.of(labels));
    }

    /** The value of the label, or {@code null} when the series has none of that name. */
    public @Nullable String label(String name) {
        for (Label label : labels) {
            if (label.name().equals(name)) {
                return label.value();
            }
        }
        return null;
    }

    /**
     * The id on the wire and in the database: a 64-bit hash keyed by the installation's secret, so that nobody can
     * forge two alike.
     */
    public long id(long secret) {
        Hasher64 hasher = Hashing.komihash5_0(secret);
        HashStream64 stream = hasher.hashStream().putString(metric);
        for (Label label : labels) {
            stream.putString(label.name()).putString(label.value());
        }
        return stream.getAsLong();
    }

    /** As Prometheus writes it: {@code metric{name="value",…}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(metric).append('{');
        for (Label label : labels) {
            if (text.charAt(text.length() - 1) != '{') {
                text.append(',');
            }
            text.append(label.name()).append("=\"").append(label.value()).append('"');
        }
        return text.append('}').toString();
    }
}
