package io.novacron.goc.ui.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of the product, as the metadata that the build writes beside each settings record knows them. */
final class SettingNames {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final Map<String, Setting> byName;

    /** A setting and what it is for. */
    record Setting(String name, String type, String description, String defaultValue) {}

    private SettingNames(Map<String, Setting> byName) {
        this.byName = byName;
    }

    static SettingNames load(ClassLoader loader) {
        Map<String, Setting> settings = new TreeMap<>();
        JsonMapper json = JsonMapper.shared();
        try {
            for (URL file : Collections.list(loader.getResources(METADATA))) {
                try (InputStream in = file.openStream()) {
                    for (JsonNode property : json.readTree(in).path("properties")) {
                        String name = property.path("name").asString();
                        if (name.startsWith("goc.")) {
                            settings.put(
                                    name,
                                    new Setting(
                                            name,
                                            property.path("type").asString(),
                                            property.path("description").asString(""),
                                            property.path("defaultValue").asString("")));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SettingNames(settings);
    }

    Map<String, Setting> all() {
        return byName;
    }

    /** Whether the name, in any of the spellings that Spring accepts, is one of ours. */
    boolean knows(String name) {
        String wanted = uniform(name);
        return byName.keySet().stream().anyMatch(known -> {
            String uniform = uniform(known);
            return uniform.equals(wanted) || (isMap(known) && wanted.startsWith(uniform));
        });
    }

    private boolean isMap(String known) {
        Setting setting = byName.get(known);
        return setting != null && setting.type().startsWith("java.util.Map");
    }

    /** The known name that is spelled most like it. */
    String nearest(String name) {
        String wanted = uniform(name);
        return byName.keySet().stream()
                .min(java.util.Comparator.comparingInt(known -> distance(uniform(known), wanted)))
                .orElse("none");
    }

    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Edit distance (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
