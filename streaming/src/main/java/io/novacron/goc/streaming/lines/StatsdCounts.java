package io.novacron.goc.streaming.lines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What StatsD lines count between two flushes: counters go on over flushes, gauges stay, timers and sets begin anew.
 * Tags are read in the form {@code |#name:value,other:value}. Source: StatsD, "Metric types".
 */
final class StatsdCounts {

    private final int namesMost;
    private final Map<Name, Double> counters = new HashMap<>();
    private final Map<Name, Double> gauges = new HashMap<>();
    private final Map<Name, Timer> timers = new HashMap<>();
    private final Map<Name, Set<String>> sets = new HashMap<>();

    /** A name with its tags. */
    private record Name(String name, Map<String, String> tags) {}

    /** What was timed since the last flush, and over all. */
    private static final class Timer {
        private double count;
        private double sum;
        private double most = Double.NEGATIVE_INFINITY;
    }

    StatsdCounts(int namesMost) {
        this.namesMost = namesMost;
    }

    /** Takes a line; returns why it was not, or an empty text. */
    synchronized String take(String line) {
        String[] parts = line.strip().split("\\|");
        int colon = parts[0].lastIndexOf(':');
        if (parts.length < 2 || colon <= 0) {
            return "no_line";
        }
        Map<String, String> tags = new TreeMap<>();
        double rate = 1;
        try {
            for (int i = 2; i < parts.length; i++) {
                if (parts[i].startsWith("@")) {
                    rate = Double.parseDouble(parts[i].substring(1));
                } else if (parts[i].startsWith("#")) {
                    tags(parts[i].substring(1), tags);
                }
            }
            if (!(rate > 0 && rate <= 1)) {
                return "sample_rate";
            }
            return count(new Name(parts[0].substring(0, colon), tags), parts[0].substring(colon + 1), parts[1], rate);
        } catch (NumberFormatException e) {
            return "no_number";
        }
    }

    private static void tags(String text, Map<String, String> tags) {
        for (String tag : text.split(",")) {
            int colon = tag.indexOf(':');
            if (colon > 0) {
                tags.put(tag.substring(0, colon), tag.substring(colon + 1));
            }
        }
    }

    private String count(Name name, String value, String type, double rate) {
        if (isFull(name)) {
            return "too_many_names";
        }
        switch (type) {
            case "c" -> counters.merge(name, Double.parseDouble(value) / rate, Double::sum);
            case "g" -> {
                double number = Double.parseDouble(value);
                boolean relative = value.startsWith("+") || value.startsWith("-");
                gauges.merge(name, number, (before, now) -> relative ? before + now : now);
            }
            case "ms", "h", "d" -> {
                double number = Double.parseDouble(value);
                Timer timer = timers.computeIfAbsent(name, fresh -> new Timer());
                timer.count += 1 / rate;
                timer.sum += number / rate;
                timer.most = Math.max(timer.most, number);
            }
            case "s" -> {
                Set<String> seen = sets.computeIfAbsent(name, fresh -> new HashSet<>());
                if (seen.size() < namesMost) {
                    seen.add(value);
                }
            }
            default -> {
                return "unknown_type";
            }
        }
        return "";
    }

    private boolean isFull(Name name) {
        int names = counters.size() + gauges.size() + timers.size() + sets.size();
        return names >= namesMost
                && !counters.containsKey(name)
                && !gauges.containsKey(name)
                && !timers.containsKey(name)
                && !sets.containsKey(name);
    }

    /** Adds what is counted as points of this moment; timers' extremes and sets begin anew. */
    synchronized void flush(LinePoints points, long nowMs) {
        counters.forEach((name, value) -> points.add(name.name() + "_total", name.tags(), nowMs, value));
        gauges.forEach((name, value) -> points.add(name.name(), name.tags(), nowMs, value));
        timers.forEach((name, timer) -> {
            points.add(name.name() + "_count", name.tags(), nowMs, timer.count);
            points.add(name.name() + "_sum", name.tags(), nowMs, timer.sum);
            if (timer.most > Double.NEGATIVE_INFINITY) {
                points.add(name.name() + "_max", name.tags(), nowMs, timer.most);
                timer.most = Double.NEGATIVE_INFINITY;
            }
        });
        sets.forEach((name, seen) -> points.add(name.name(), name.tags(), nowMs, seen.size()));
        sets.clear();
    }
}
