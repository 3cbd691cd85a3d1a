package io.novacron.goc.e2e;

import java.util.ArrayList;
import java.util.List;

/** Expressions in PromQL over the data of {@link PromqlTest}: every function, operator and grouping that is served. */
final class Expressions {

    private static final List<String> GAUGES =
            List.of("cmp_gauge", "cmp_gauge{zone=~'z0|z1'}", "cmp_gauge{host!='h1'}", "cmp_sparse");
    private static final List<String> COUNTERS =
            List.of("cmp_total", "cmp_total{code='500'}", "cmp_total{host=~'h[12]',code!~'5..'}");
    private static final List<String> RANGES = List.of("30s", "1m", "5m");
    private static final List<String> OF_COUNTERS = List.of("rate", "increase", "irate", "resets");
    private static final List<String> OF_GAUGES = List.of(
            "delta",
            "idelta",
            "changes",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "sum_over_time",
            "count_over_time",
            "last_over_time",
            "present_over_time",
            "stddev_over_time",
            "stdvar_over_time");
    private static final List<String> AGGREGATES =
            List.of("sum", "avg", "min", "max", "count", "group", "stddev", "stdvar");
    private static final List<String> GROUPINGS = List.of("", " by (zone)", " without (host)", " by (nothing)");
    private static final List<String> EACH =
            List.of("abs", "ceil", "floor", "sqrt", "exp", "ln", "log2", "log10", "sgn");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "^");
    private static final List<String> COMPARISONS = List.of("==", "!=", ">", "<", ">=", "<=");

    private Expressions() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(GAUGES);
        all.addAll(COUNTERS);
        overRanges(all);
        aggregated(all);
        pointwise(all);
        paired(all);
        all.addAll(others());
        return all;
    }

    private static void overRanges(List<String> all) {
        for (String range : RANGES) {
            for (String function : OF_COUNTERS) {
                COUNTERS.forEach(series -> all.add("%s(%s[%s])".formatted(function, series, range)));
            }
            for (String function : OF_GAUGES) {
                GAUGES.forEach(series -> all.add("%s(%s[%s])".formatted(function, series, range)));
            }
            for (String part : List.of("0", "0.5", "0.99", "1.5", "-1")) {
                all.add("quantile_over_time(%s, cmp_gauge[%s])".formatted(part, range));
            }
        }
    }

    private static void aggregated(List<String> all) {
        for (String grouping : GROUPINGS) {
            for (String aggregate : AGGREGATES) {
                all.add("%s%s (cmp_gauge)".formatted(aggregate, grouping));
                all.add("%s%s (rate(cmp_total[1m]))".formatted(aggregate, grouping));
            }
            all.add("topk%s (2, cmp_gauge)".formatted(grouping));
            all.add("bottomk%s (1, cmp_gauge)".formatted(grouping));
            all.add("quantile%s (0.9, cmp_gauge)".formatted(grouping));
            all.add("sum%s (cmp_total{code='500'}) / sum%s (cmp_total)".formatted(grouping, grouping));
        }
    }

    private static void pointwise(List<String> all) {
        for (String function : EACH) {
            all.add("%s(cmp_gauge)".formatted(function));
            all.add("%s(cmp_gauge - 50)".formatted(function));
        }
        for (String operator : ARITHMETIC) {
            all.add("cmp_gauge %s 3".formatted(operator));
            all.add("2 %s cmp_gauge".formatted(operator));
            all.add("cmp_gauge %s cmp_gauge offset 1m".formatted(operator));
            all.add("7 %s 3".formatted(operator));
        }
        for (String operator : COMPARISONS) {
            all.add("cmp_gauge %s 50".formatted(operator));
            all.add("50 %s cmp_gauge".formatted(operator));
            all.add("cmp_gauge %s bool 50".formatted(operator));
            all.add("cmp_gauge %s cmp_gauge offset 90s".formatted(operator));
            all.add("3 %s bool 4".formatted(operator));
        }
    }

    private static void paired(List<String> all) {
        for (String operator : ARITHMETIC) {
            all.add("cmp_gauge %s on (host) cmp_owner".formatted(operator));
            all.add("cmp_total %s on (host) group_left (team) cmp_owner".formatted(operator));
            all.add("cmp_owner %s on (host) group_right cmp_total".formatted(operator));
            all.add("cmp_gauge %s ignoring (zone, team) cmp_owner".formatted(operator));
        }
        for (String operator : COMPARISONS) {
            all.add("cmp_gauge %s on (host) cmp_owner".formatted(operator));
            all.add("cmp_gauge %s bool on (host) cmp_owner".formatted(operator));
        }
        for (String operator : List.of("and", "or", "unless")) {
            all.add("cmp_gauge %s cmp_gauge{zone='z1'}".formatted(operator));
            all.add("cmp_gauge %s on (host) cmp_owner{team='red'}".formatted(operator));
            all.add("cmp_owner %s ignoring (team, zone) cmp_gauge > 50".formatted(operator));
            all.add("cmp_sparse %s cmp_sparse offset 2m".formatted(operator));
        }
    }

    private static List<String> others() {
        List<String> others = new ArrayList<>(List.of(
                "histogram_quantile(0.9, sum by (le) (rate(cmp_seconds_bucket[2m])))",
                "histogram_quantile(0.5, rate(cmp_seconds_bucket[2m]))",
                "histogram_quantile(0.5, cmp_seconds_bucket)",
                "histogram_quantile(0, cmp_seconds_bucket)",
                "histogram_quantile(1, cmp_seconds_bucket)",
                "histogram_quantile(2, cmp_seconds_bucket)",
                "histogram_quantile(0.5, cmp_seconds_bucket{le!='+Inf'})",
                "absent(cmp_gauge)",
                "absent(cmp_nothing)",
                "absent(cmp_nothing{host='a',zone=~'b'})",
                "absent(cmp_sparse)",
                "absent(sum(cmp_nothing))",
                "cmp_sparse offset 3m",
                "rate(cmp_total[1m] offset 2m)",
                "avg_over_time(cmp_sparse[3m] offset 1m)",
                "-cmp_gauge",
                "-cmp_gauge ^ 2",
                "cmp_gauge * 2 + 1 - 3 / 4",
                "2 ^ 3 ^ 2",
                "1 / 0",
                "0 / 0",
                "time()",
                "time() - timestamp(cmp_gauge)",
                "timestamp(cmp_gauge + 1)",
                "vector(1)",
                "vector(time() % 60)",
                "scalar(cmp_sparse)",
                "scalar(cmp_gauge)",
                "clamp(cmp_gauge, 48, 52)",
                "clamp_min(cmp_gauge, 50)",
                "clamp_max(cmp_gauge, 50)",
                "round(cmp_gauge)",
                "round(cmp_gauge, 0.1)",
                "round(cmp_gauge, 5)",
                "sort(cmp_gauge)",
                "sort_desc(cmp_gauge)",
                "sum(cmp_nothing)",
                "count(cmp_gauge > 50) / count(cmp_gauge)",
                "max(cmp_gauge) - min(cmp_gauge)",
                "sum by (team) (rate(cmp_total[1m]) * on (host) group_left (team) cmp_owner)",
                "{__name__=~'cmp_g.*',host='h1'}",
                "count({__name__=~'cmp_.+'})"));
        return others;
    }
}
