package io.novacron.goc.telemetry.promql;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.promql.Expression.Aggregation;
import io.novacron.goc.telemetry.promql.Expression.Binary;
import io.novacron.goc.telemetry.promql.Expression.Call;
import io.novacron.goc.telemetry.promql.Expression.Constant;
import io.novacron.goc.telemetry.promql.Expression.Grouping;
import io.novacron.goc.telemetry.promql.Expression.Many;
import io.novacron.goc.telemetry.promql.Expression.Matching;
import io.novacron.goc.telemetry.promql.Expression.Negation;
import io.novacron.goc.telemetry.promql.Expression.Range;
import io.novacron.goc.telemetry.promql.Expression.Selector;
import io.novacron.goc.telemetry.promql.Expression.Text;
import io.novacron.goc.telemetry.promql.Lexer.Kind;
import io.novacron.goc.telemetry.promql.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression by recursive descent, and checks that its parts fit. */
public final class Parser {

    /** No expression is longer, in characters. */
    public static final int LONGEST = 10_000;

    private static final int DEEPEST = 64;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads an expression.
     *
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} with what cannot be read, or what is outside the part
     *     of the language that is served
     */
    public static Expression parse(String text) {
        if (text.length() > LONGEST) {
            throw refusal("the expression has %d characters; at most %d are read".formatted(text.length(), LONGEST));
        }
        Parser parser = new Parser(Lexer.read(text));
        Expression expression = parser.binary(0);
        if (parser.peek().kind() != Kind.END) {
            throw refusal("%s was not expected".formatted(parser.peek()));
        }
        return expression;
    }

    /**
     * Reads a selector alone, such as {@code up{job="a"}}.
     *
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} when it is something else
     */
    public static List<Matcher> selector(String text) {
        if (parse(text) instanceof Selector selector) {
            return selector.matchers();
        }
        throw refusal("\"%s\" is no selector of series".formatted(text));
    }

    static OperationsException refusal(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, why);
    }

    private Expression binary(int least) {
        if (++depth > DEEPEST) {
            throw refusal("the expression is nested deeper than %d".formatted(DEEPEST));
        }
        Expression left = unary();
        for (Operator operator = operator(); operator != null && operator.binding() > least; operator = operator()) {
            at++;
            Matching matching = matching(operator);
            // A power binds to the right.
            Expression right = binary(operator == Operator.POWER ? operator.binding() - 1 : operator.binding());
            left = Checks.binary(new Binary(operator, left, right, matching));
        }
        depth--;
        return left;
    }

    private @Nullable Operator operator() {
        Token token = peek();
        if (token.isWord("atan2")) {
            throw refusal("the operator atan2 is outside the PromQL that is served here; docs/promql.md lists it");
        }
        return token.kind() == Kind.SIGN || token.kind() == Kind.WORD ? Operator.of(token.text()) : null;
    }

    private Matching matching(Operator operator) {
        boolean bool = peek().isWord("bool");
        if (bool) {
            if (!operator.compares()) {
                throw refusal("bool stands only after a comparison, not after %s".formatted(operator.sign()));
            }
            at++;
        }
        if (!peek().isWord("on") && !peek().isWord("ignoring")) {
            return new Matching(false, List.of(), Many.NEITHER, List.of(), bool);
        }
        boolean on = next().isWord("on");
        List<String> labels = labelNames();
        Many many = Many.NEITHER;
        List<String> included = List.of();
        if (peek().isWord("group_left") || peek().isWord("group_right")) {
            many = next().isWord("group_left") ? Many.LEFT : Many.RIGHT;
            included = peek().is("(") ? labelNames() : List.of();
        }
        return new Matching(on, labels, many, included, bool);
    }

    private Expression unary() {
        if (peek().is("-")) {
            at++;
            Expression of = binary(Operator.TIMES.binding());
            return of instanceof Constant(double value) ? new Constant(-value) : Checks.negation(new Negation(of));
        }
        if (peek().is("+")) {
            at++;
            return binary(Operator.TIMES.binding());
        }
        return suffixed(primary());
    }

    private Expression primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> new Constant(Literals.number(token));
            case TEXT -> new Text(token.text());
            case WORD -> named(token);
            default -> opened(token);
        };
    }

    private Expression opened(Token token) {
        if (token.is("(")) {
            Expression inner = binary(0);
            expect(")");
            return inner;
        }
        if (token.is("{")) {
            return braced(null);
        }
        throw refusal("%s was not expected; a selector, a function or a number was".formatted(token));
    }

    private Expression named(Token name) {
        Aggregate aggregate = Aggregate.of(name.text());
        if (aggregate != null && (peek().is("(") || peek().isWord("by") || peek().isWord("without"))) {
            return aggregation(aggregate);
        }
        if (peek().is("(")) {
            return call(name);
        }
        if (peek().is("{")) {
            at++;
            return braced(name.text());
        }
        return new Selector(List.of(new Matcher(Labels.NAME, Matcher.Kind.EQUAL, name.text())), 0);
    }

    private Expression call(Token name) {
        Function function = Function.of(name.text());
        if (function == null) {
            throw refusal(
                    Function.isOutside(name.text())
                            ? "the function %s is outside the PromQL that is served here; docs/promql.md lists it"
                                    .formatted(name.text())
                            : "there is no function %s".formatted(name.text()));
        }
        return Checks.call(new Call(function, arguments()));
    }

    private List<Expression> arguments() {
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        while (!peek().is(")")) {
            arguments.add(binary(0));
            if (!peek().is(")")) {
                expect(",");
            }
        }
        at++;
        return arguments;
    }

    private Expression aggregation(Aggregate operator) {
        Grouping grouping = grouping();
        List<Expression> arguments = arguments();
        if (grouping == null) {
            grouping = grouping();
        }
        int wanted = operator.takesParameter() ? 2 : 1;
        if (arguments.size() != wanted) {
            throw refusal("%s takes %d, not %d".formatted(operator.word(), wanted, arguments.size()));
        }
        return Checks.aggregation(new Aggregation(
                operator,
                operator.takesParameter() ? arguments.getFirst() : null,
                arguments.getLast(),
                grouping == null ? new Grouping(false, List.of()) : grouping));
    }

    private @Nullable Grouping grouping() {
        if (!peek().isWord("by") && !peek().isWord("without")) {
            return null;
        }
        boolean without = next().isWord("without");
        return new Grouping(without, labelNames());
    }

    private List<String> labelNames() {
        expect("(");
        List<String> names = new ArrayList<>();
        while (!peek().is(")")) {
            Token name = next();
            if (name.kind() != Kind.WORD || name.text().indexOf(':') >= 0) {
                throw refusal("%s is no name of a label".formatted(name));
            }
            names.add(name.text());
            if (!peek().is(")")) {
                expect(",");
            }
        }
        at++;
        return names;
    }

    private Selector braced(@Nullable String metric) {
        List<Matcher> matchers = new ArrayList<>();
        if (metric != null) {
            matchers.add(new Matcher(Labels.NAME, Matcher.Kind.EQUAL, metric));
        }
        while (!peek().is("}")) {
            matchers.add(matcher());
            if (!peek().is("}")) {
                expect(",");
            }
        }
        at++;
        if (matchers.stream().allMatch(matcher -> matcher.matches(""))) {
            throw refusal("a selector needs a metric, or a label that must not be empty");
        }
        return new Selector(List.copyOf(matchers), 0);
    }

    private Matcher matcher() {
        Token name = next();
        Token sign = next();
        Token value = next();
        Matcher.Kind kind = switch (sign.text()) {
            case "=" -> Matcher.Kind.EQUAL;
            case "!=" -> Matcher.Kind.NOT_EQUAL;
            case "=~" -> Matcher.Kind.MATCHES;
            case "!~" -> Matcher.Kind.MATCHES_NOT;
            default -> throw refusal("%s was not expected; =, !=, =~ or !~ was".formatted(sign));
        };
        if (name.kind() != Kind.WORD || value.kind() != Kind.TEXT) {
            throw refusal("%s was not expected; a label and a text in quotes were"
                    .formatted(name.kind() != Kind.WORD ? name : value));
        }
        return new Matcher(name.text(), kind, value.text());
    }

    /** A range in brackets and an offset may follow a selector. */
    private Expression suffixed(Expression expression) {
        Expression result = expression;
        while (true) {
            if (peek().is("[")) {
                at++;
                result = range(result);
            } else if (peek().isWord("offset")) {
                at++;
                result = offset(result);
            } else if (peek().is("@")) {
                throw refusal("the modifier @ is outside the PromQL that is served here; docs/promql.md lists it");
            } else {
                return result;
            }
        }
    }

    private Expression range(Expression of) {
        long rangeMs = Literals.milliseconds(next());
        if (peek().is(":")) {
            throw refusal("sub-queries are outside the PromQL that is served here; docs/promql.md lists them");
        }
        expect("]");
        if (of instanceof Selector selector && rangeMs > 0) {
            return new Range(selector, rangeMs);
        }
        throw refusal("a range in brackets belongs behind a selector, and is longer than nothing");
    }

    private Expression offset(Expression of) {
        boolean back = peek().is("-");
        if (back) {
            at++;
        }
        long offsetMs = Literals.milliseconds(next()) * (back ? -1 : 1);
        return switch (of) {
            case Selector selector -> new Selector(selector.matchers(), offsetMs);
            case Range range -> new Range(new Selector(range.selector().matchers(), offsetMs), range.rangeMs());
            default -> throw refusal("an offset belongs behind a selector or its range");
        };
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() == Kind.END) {
            throw refusal("the expression ends too early");
        }
        at++;
        return token;
    }

    private void expect(String sign) {
        if (!peek().is(sign)) {
            throw refusal("%s was not expected; \"%s\" was".formatted(peek(), sign));
        }
        at++;
    }
}
