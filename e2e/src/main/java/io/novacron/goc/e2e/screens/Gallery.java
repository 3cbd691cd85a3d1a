package io.novacron.goc.e2e.screens;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of screens by theme and size, and a page to look through them. */
public final class Gallery {

    private static final List<int[]> SIZES = List.of(new int[] {1366, 768}, new int[] {1920, 1080});

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    /** @param folder where they go */
    public Gallery(Path folder) {
        this.folder = folder;
    }

    /** Takes a picture at each size; leaves the page at the first of them. */
    public void take(Page page, String screen, String theme) {
        for (int[] size : SIZES.reversed()) {
            page.setViewportSize(size[0], size[1]);
            String name = "%s-%s-%dx%d.png".formatted(screen, theme, size[0], size[1]);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
            names.add(name);
        }
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
