package io.novacron.goc.telemetry.promql;

import io.novacron.goc.telemetry.promql.Expression.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that are served, with what they take and give. */
public enum Function {
    RATE(ValueType.VECTOR, ValueType.RANGE),
    INCREASE(ValueType.VECTOR, ValueType.RANGE),
    IRATE(ValueType.VECTOR, ValueType.RANGE),
    DELTA(ValueType.VECTOR, ValueType.RANGE),
    IDELTA(ValueType.VECTOR, ValueType.RANGE),
    RESETS(ValueType.VECTOR, ValueType.RANGE),
    CHANGES(ValueType.VECTOR, ValueType.RANGE),
    AVG_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    MIN_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    MAX_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    SUM_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    COUNT_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    LAST_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    PRESENT_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    STDDEV_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    STDVAR_OVER_TIME(ValueType.VECTOR, ValueType.RANGE),
    QUANTILE_OVER_TIME(ValueType.VECTOR, ValueType.SCALAR, ValueType.RANGE),
    HISTOGRAM_QUANTILE(ValueType.VECTOR, ValueType.SCALAR, ValueType.VECTOR),
    ABSENT(ValueType.VECTOR, ValueType.VECTOR),
    ABS(ValueType.VECTOR, ValueType.VECTOR),
    CEIL(ValueType.VECTOR, ValueType.VECTOR),
    FLOOR(ValueType.VECTOR, ValueType.VECTOR),
    ROUND(1, ValueType.VECTOR, ValueType.VECTOR, ValueType.SCALAR),
    SQRT(ValueType.VECTOR, ValueType.VECTOR),
    EXP(ValueType.VECTOR, ValueType.VECTOR),
    LN(ValueType.VECTOR, ValueType.VECTOR),
    LOG2(ValueType.VECTOR, ValueType.VECTOR),
    LOG10(ValueType.VECTOR, ValueType.VECTOR),
    SGN(ValueType.VECTOR, ValueType.VECTOR),
    CLAMP(ValueType.VECTOR, ValueType.VECTOR, ValueType.SCALAR, ValueType.SCALAR),
    CLAMP_MIN(ValueType.VECTOR, ValueType.VECTOR, ValueType.SCALAR),
    CLAMP_MAX(ValueType.VECTOR, ValueType.VECTOR, ValueType.SCALAR),
    SORT(ValueType.VECTOR, ValueType.VECTOR),
    SORT_DESC(ValueType.VECTOR, ValueType.VECTOR),
    TIMESTAMP(ValueType.VECTOR, ValueType.VECTOR),
    VECTOR(ValueType.VECTOR, ValueType.SCALAR),
    SCALAR(ValueType.SCALAR, ValueType.VECTOR),
    TIME(ValueType.SCALAR);

    private static final Set<String> OUTSIDE =
            Set.of(("absent_over_time acos acosh asin asinh atan atanh cos cosh count_values "
                            + "day_of_month day_of_week day_of_year days_in_month deg deriv "
                            + "double_exponential_smoothing histogram_avg histogram_count histogram_fraction "
                            + "histogram_stddev histogram_stdvar histogram_sum holt_winters hour info "
                            + "label_join label_replace limit_ratio limitk mad_over_time minute month pi "
                            + "predict_linear rad sin sinh sort_by_label sort_by_label_desc tan tanh year")
                    .split(" "));

    private final ValueType result;
    private final List<ValueType> parameters;
    private final int optional;

    Function(ValueType result, ValueType... parameters) {
        this(0, result, parameters);
    }

    Function(int optional, ValueType result, ValueType... parameters) {
        this.result = result;
        this.parameters = List.of(parameters);
        this.optional = optional;
    }

    static @Nullable Function of(String name) {
        for (Function function : values()) {
            if (function.word().equals(name)) {
                return function;
            }
        }
        return null;
    }

    /** Whether Prometheus knows a function of this name that is not served here. */
    static boolean isOutside(String name) {
        return OUTSIDE.contains(name);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    ValueType result() {
        return result;
    }

    List<ValueType> parameters() {
        return parameters;
    }

    int fewest() {
        return parameters.size() - optional;
    }

    /** Where the range stands among what it takes, or -1. */
    int rangeAt() {
        return parameters.indexOf(ValueType.RANGE);
    }
}
