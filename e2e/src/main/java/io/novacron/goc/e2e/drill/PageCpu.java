package io.novacron.goc.e2e.drill;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time that the main threads of a browser's pages used, as the kernel counts it: what a page costs, whoever else
 * uses the machine. Linux only; elsewhere nothing is known.
 */
final class PageCpu {

    /** Ticks a second in which Linux counts the time of threads. */
    private static final double TICKS = 100;
    /** Place of the user's and of the kernel's share in a thread's {@code stat}, after its name. */
    private static final int USER = 11;

    private static final int KERNEL = 12;

    private PageCpu() {}

    /** Seconds by process; that of a page has its main thread as its first. */
    static Map<Long, Double> seconds(Page page) {
        CDPSession session = page.context().browser().newBrowserCDPSession();
        try {
            Map<Long, Double> seconds = new HashMap<>();
            for (JsonElement each : session.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
                JsonObject process = each.getAsJsonObject();
                if (process.get("type").getAsString().equals("renderer")) {
                    long id = process.get("id").getAsLong();
                    seconds.put(id, mainThread(id));
                }
            }
            return seconds;
        } finally {
            session.detach();
        }
    }

    /** What the busiest page used since an earlier look; NaN when it is not known. */
    static double busiestSince(Map<Long, Double> before, Page page) {
        return seconds(page).entrySet().stream()
                .mapToDouble(process -> process.getValue() - before.getOrDefault(process.getKey(), process.getValue()))
                .max()
                .orElse(Double.NaN);
    }

    private static double mainThread(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/%1$d/task/%1$d/stat".formatted(process)));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[KERNEL])) / TICKS;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
