package io.novacron.goc.streaming.scrape;

import io.novacron.goc.kernel.OperationsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Targets in a file as Prometheus' file discovery has them. While it cannot be read, those of before stay. */
final class TargetFile {

    private static final Logger LOG = LoggerFactory.getLogger(TargetFile.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TARGETS_MOST = 10_000;

    private final Path file;
    private final String job;
    private List<Target> before = List.of();
    private String complained = "";

    TargetFile(Path file, String job) {
        this.file = file;
        this.job = job;
    }

    List<Target> read() {
        try {
            before = parse(Files.readString(file));
            complained = "";
        } catch (IOException | JacksonException | OperationsException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(complained)) {
                complained = why;
                LOG.atWarn()
                        .addKeyValue("file", file)
                        .addKeyValue("reason", why)
                        .log("the file of scrape targets cannot be read; those of before stay");
            }
        }
        return before;
    }

    private List<Target> parse(String text) {
        List<Target> targets = new ArrayList<>();
        for (JsonNode group : JSON.readTree(text)) {
            Map<String, String> labels = new HashMap<>();
            group.path("labels")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asString()));
            for (JsonNode target : group.path("targets")) {
                if (targets.size() < TARGETS_MOST) {
                    targets.add(Target.of(target.asString(), labels, job));
                }
            }
        }
        return List.copyOf(targets);
    }
}
