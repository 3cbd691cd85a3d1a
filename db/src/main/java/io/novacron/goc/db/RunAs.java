package io.novacron.goc.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How a server that refuses root is started: as is, in a user namespace, or as the nobody user. */
enum RunAs {
    OURSELVES(List.of()),
    USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    private final List<String> prefix;

    RunAs(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    static RunAs choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURSELVES;
        }
        if (works("unshare", "-U", "true")) {
            return USER_NAMESPACE;
        }
        if (works("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--", "true")) {
            return NOBODY;
        }
        throw new DatabaseException("PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
                + " start the product as an ordinary user, or use an external server by goc.database.url");
    }

    /** Gives the folders to the user that the server will run as. */
    void own(Path... folders) throws IOException {
        if (this != NOBODY) {
            return;
        }
        for (Path folder : folders) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    Files.setAttribute(path, "unix:uid", 65534);
                }
            }
        }
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
