package io.novacron.goc.telemetry.promql;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.promql.Expression.Aggregation;
import io.novacron.goc.telemetry.promql.Expression.Binary;
import io.novacron.goc.telemetry.promql.Expression.Call;
import io.novacron.goc.telemetry.promql.Expression.Many;
import io.novacron.goc.telemetry.promql.Expression.Matching;
import io.novacron.goc.telemetry.promql.Expression.Negation;
import io.novacron.goc.telemetry.promql.Expression.ValueType;
import java.util.List;

/** Whether the parts of an expression fit one another; each check gives back what it checked. */
final class Checks {

    private Checks() {}

    static Expression call(Call call) {
        Function function = call.function();
        List<ValueType> wanted = function.parameters();
        int given = call.arguments().size();
        if (given < function.fewest() || given > wanted.size()) {
            throw refusal("%s takes %s, not %d"
                    .formatted(
                            function.word(),
                            function.fewest() == wanted.size()
                                    ? Integer.toString(wanted.size())
                                    : function.fewest() + " or " + wanted.size(),
                            given));
        }
        for (int i = 0; i < given; i++) {
            require(function.word(), wanted.get(i), call.arguments().get(i));
        }
        return call;
    }

    static Expression aggregation(Aggregation aggregation) {
        String word = aggregation.operator().word();
        require(word, ValueType.VECTOR, aggregation.over());
        Expression parameter = aggregation.parameter();
        if (parameter != null) {
            require(word, ValueType.SCALAR, parameter);
        }
        return aggregation;
    }

    static Expression negation(Negation negation) {
        if (negation.of().type() != ValueType.SCALAR && negation.of().type() != ValueType.VECTOR) {
            throw refusal("only a scalar or an instant vector can be negated, not "
                    + negation.of().type());
        }
        return negation;
    }

    static Expression binary(Binary binary) {
        Operator operator = binary.operator();
        Matching matching = binary.matching();
        boolean leftIsVector = sideIsVector(operator, binary.left());
        boolean vectors = sideIsVector(operator, binary.right()) && leftIsVector;
        if (!vectors && operator.isSet()) {
            throw refusal("%s stands between instant vectors only".formatted(operator.sign()));
        }
        if (!vectors && (matching.on() || !matching.labels().isEmpty())) {
            throw refusal("on and ignoring stand between instant vectors only");
        }
        if (operator.isSet() && matching.many() != Many.NEITHER) {
            throw refusal("group_left and group_right do not go with " + operator.sign());
        }
        if (binary.type() == ValueType.SCALAR && operator.compares() && !matching.bool()) {
            throw refusal("two scalars are compared with bool: write %s bool".formatted(operator.sign()));
        }
        return binary;
    }

    private static boolean sideIsVector(Operator operator, Expression side) {
        if (side.type() != ValueType.SCALAR && side.type() != ValueType.VECTOR) {
            throw refusal("%s cannot stand beside %s".formatted(side.type(), operator.sign()));
        }
        return side.type() == ValueType.VECTOR;
    }

    private static void require(String word, ValueType wanted, Expression given) {
        if (given.type() != wanted) {
            throw refusal("%s takes %s here, not %s".formatted(word, wanted, given.type()));
        }
    }

    private static OperationsException refusal(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, why);
    }
}
