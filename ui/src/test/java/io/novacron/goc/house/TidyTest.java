package io.novacron.goc.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at the files as text: sizes, links, words that mean unfinished, and codes that nobody explains. */
class TidyTest {

    private static final Path ROOT =
            Path.of(System.getProperty("goc.root", "..")).toAbsolutePath().normalize();
    private static final int LINES_MOST = 400;
    private static final int VIEW_LINES_MOST = 120;
    private static final int COLUMNS_MOST = 120;
    /** A message or a query is not broken for the sake of the formatter's indentation. */
    private static final int TEXT_COLUMNS_MOST = 200;

    private static final Pattern TEXT = Pattern.compile("^\\s*(\\+ |\\|\\| )?\"");
    private static final int METHOD_LINES_MOST = 60;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern METHOD = Pattern.compile("^ {4}(?! )[^/*@}].*\\{$");

    @Test
    void filesAreShortEnoughToBeReadInOneGo() {
        assertThat(sources().stream().filter(file -> lines(file).size() > LINES_MOST))
                .isEmpty();
    }

    @Test
    void linesFitOnTheScreen() {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = lines(file);
            boolean inText = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                int most = inText || TEXT.matcher(line).find() ? TEXT_COLUMNS_MOST : COLUMNS_MOST;
                if (line.length() > most && !line.startsWith("import ")) {
                    found.add(ROOT.relativize(file) + ":" + (i + 1));
                }
                inText ^= line.split("\"\"\"", -1).length % 2 == 0;
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void methodsAreShort() {
        List<String> found = new ArrayList<>();
        for (Path file : sources().stream()
                .filter(each -> each.toString().endsWith(".java"))
                .toList()) {
            List<String> lines = lines(file);
            int begin = -1;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean isType = line.matches(".*\\b(class|record|enum|interface)\\b.*");
                if (begin < 0 && METHOD.matcher(line).matches() && !isType) {
                    begin = i;
                } else if (line.equals("    }")) {
                    if (begin >= 0 && i - begin > METHOD_LINES_MOST) {
                        found.add(ROOT.relativize(file) + ":" + (begin + 1));
                    }
                    begin = -1;
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void screensAreShortAndLeaveTheLookToTheTheme() {
        Pattern inline = Pattern.compile("getStyle\\(\\)|^\\s+\\w+\\.set(Min|Max)?(Width|Height)\\(\"");
        List<Path> screens = sources().stream()
                .filter(file ->
                        file.toString().contains("/goc/ui/") && !file.toString().contains("/test/"))
                .toList();

        assertThat(screens.stream()
                        .filter(file -> file.toString().endsWith("View.java"))
                        .filter(file -> lines(file).size() > VIEW_LINES_MOST))
                .isEmpty();
        assertThat(screens.stream()
                        .filter(file -> lines(file).stream()
                                .anyMatch(line -> inline.matcher(line).find())))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(sources().stream()
                        .filter(file -> lines(file).stream()
                                .anyMatch(line -> UNFINISHED.matcher(line).find())))
                .isEmpty();
    }

    @Test
    void linksInTheDocumentationLeadSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path page : files(
                ROOT.resolve("docs"), ".md", List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))) {
            Matcher link = LINK.matcher(String.join("\n", lines(page)));
            while (link.find()) {
                Path target = page.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)) {
                    dead.add(ROOT.relativize(page) + " -> " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyErrorCodeIsExplained() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/errors.md"));

        assertThat(Arrays.stream(ErrorCode.values()).map(code -> "`%s` | %s".formatted(code, code.reaction())))
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    @Test
    void everyRoomHasItsPage() {
        for (String room : List.of(
                "access",
                "telemetry",
                "fleet",
                "intelligence",
                "availability",
                "alerts",
                "incidents",
                "streaming",
                "analytics",
                "reporting",
                "frontend",
                "database")) {
            assertThat(ROOT.resolve("docs/rooms/" + room + ".md")).exists();
        }
    }

    private static List<Path> sources() {
        List<Path> all = new ArrayList<>();
        for (String floor : List.of("db", "backend", "streaming", "analytics", "reporting", "ui", "e2e")) {
            all.addAll(files(ROOT.resolve(floor).resolve("src"), ".java", List.of()));
        }
        all.addAll(files(ROOT.resolve("frontend/components"), ".ts", List.of()));
        assertThat(all).hasSizeGreaterThan(200);
        return all;
    }

    private static List<Path> files(Path folder, String ending, List<Path> more) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> found = new ArrayList<>(
                    walk.filter(file -> file.toString().endsWith(ending)).toList());
            found.addAll(more);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
