package io.novacron.goc.e2e.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder on a file system of its own, in memory, that is soon full and can be made larger. Needs root. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    SmallDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        run(List.of("mount", "-t", "tmpfs", "-o", "mode=0755,size=%dm".formatted(megabytes), "goc-drill", at()));
    }

    void grow(int megabytes) throws IOException, InterruptedException {
        run(List.of("mount", "-o", "remount,size=%dm".formatted(megabytes), at()));
    }

    @Override
    public void close() throws IOException {
        try {
            run(List.of("umount", "--lazy", at()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String at() {
        return folder.toAbsolutePath().toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "a small disk cannot be had (%s); this drill is for root on Linux".formatted(said.strip()));
        }
    }
}
