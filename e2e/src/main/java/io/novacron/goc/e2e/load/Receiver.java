package io.novacron.goc.e2e.load;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes remote writes.
 *
 * @param name as it stands in tables
 * @param write where bodies go
 * @param token bearer token, if it wants one
 * @param process the process that takes them
 */
public record Receiver(String name, URI write, @Nullable String token, ProcessHandle process) {

    /** CPU time of the process alone. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** CPU time of the processes it started. */
    public Duration cpuOfChildren() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return children.map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }
}
