package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Pictures of screens by theme and size, what changed since their references, and a page to look through them. */
public final class Gallery {

    private static final Size USUAL = new Size(1366, 768);
    private static final List<Size> SIZES = List.of(new Size(1920, 1080), USUAL);

    /** In pixels. */
    private record Size(int width, int height) {

        void of(Page page) {
            page.setViewportSize(width, height);
        }
    }

    private static final Map<String, Size> SMALL =
            new TreeMap<>(Map.of("zoom-200-percent", new Size(683, 384), "phone", new Size(390, 844)));

    /** Where something lives: what is drawn, lists, and every text with a digit in it. */
    private static final String LIVE = """
            () => {
              const boxes = [];
              const add = ({ left, top, right, bottom }) => right > left && boxes.push([left, top, right, bottom]);
              const drawn = 'canvas, svg, vaadin-grid, vaadin-progress-bar, goc-region-list, goc-rows, goc-heat-grid, ' +
                'goc-style-tokens, .goc-facets, .goc-timeline, .goc-scroll, .goc-story, .pulse, .tip, .lost';
              const look = root => {
                root.querySelectorAll(drawn).forEach(each => add(each.getBoundingClientRect()));
                const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                  if (/[\\d–]/.test(texts.currentNode.data)) {
                    const range = document.createRange();
                    range.selectNodeContents(texts.currentNode);
                    add(range.getBoundingClientRect());
                  }
                }
                root.querySelectorAll('*').forEach(each => each.shadowRoot && look(each.shadowRoot));
              };
              look(document.body);
              return boxes;
            }
            """;

    /** Shows or hides what stands beside the navigation: an alarm makes the bell wider, and moves its neighbours. */
    private static final String DISPLAY_TOP_END = "display => document.querySelectorAll('.goc-top-end')"
            + ".forEach(({ style }) => { style.display = display; })";

    private final Path folder;
    private final Likeness likeness;
    private final Set<String> alike;
    private final List<String> names = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    /**
     * @param folder where they go
     * @param references where the pictures are kept that they are compared with
     * @param alike the screens that look the same whatever happened before
     */
    public Gallery(Path folder, Path references, Set<String> alike) {
        this.folder = folder;
        this.alike = alike;
        this.likeness = new Likeness(references);
    }

    /** Takes a picture at each size, and leaves the page at the usual one; compares what it can be compared with. */
    public void take(Page page, String screen, String theme) {
        for (Size size : SIZES) {
            size.of(page);
            String name = "%s-%s-%dx%d.png".formatted(screen, theme, size.width(), size.height());
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
            names.add(name);
        }
        if (alike.contains(screen)) {
            page.evaluate(DISPLAY_TOP_END, "none");
            likeness.complaint(screen + "-" + theme, page.screenshot(), live(page))
                    .ifPresent(changed::add);
            page.evaluate(DISPLAY_TOP_END, "");
        }
    }

    /**
     * Looks at the page as it is when everything is twice as large, and on a phone; leaves it at the usual size.
     *
     * @return what can be used there and cannot be reached
     */
    public List<String> cutOffWhenSmall(Page page, String screen) {
        List<String> cutOff = new ArrayList<>();
        SMALL.forEach((kind, size) -> {
            size.of(page);
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            Reach.cutOff(page).forEach(each -> cutOff.add("%s, %s: %s".formatted(screen, kind, each)));
            String name = "%s-%s.png".formatted(screen, kind);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
            names.add(name);
        });
        USUAL.of(page);
        return cutOff;
    }

    private static List<Likeness.Box> live(Page page) {
        return ((List<?>) page.evaluate(LIVE)).stream().map(Gallery::box).toList();
    }

    private static Likeness.Box box(Object edges) {
        double[] at = ((List<?>) edges)
                .stream().mapToDouble(edge -> ((Number) edge).doubleValue()).toArray();
        return new Likeness.Box(at[0], at[1], at[2], at[3]);
    }

    /** What no longer looks as it did. */
    public List<String> changed() {
        return List.copyOf(changed);
    }

    /** Writes {@code index.html} beside the pictures. */
    public void index() throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html><title>Screens</title>"
                + "<style>body{background:#222;color:#eee;font:14px sans-serif}img{width:48%;margin:4px}</style>\n");
        names.forEach(name ->
                page.append("<a href=\"%1$s\"><img loading=lazy src=\"%1$s\" alt=\"%1$s\"></a>%n".formatted(name)));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index.html"), page);
    }
}
