package io.novacron.goc.telemetry.promql;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into words and signs. */
final class Lexer {

    private static final String DIGITS = "0123456789";
    private static final String UNITS = "smhdwy";
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "=~", "!~");
    private static final String SIGNS = "(){}[],=<>+-*/%^@:";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** What a piece is. */
    enum Kind {
        WORD,
        NUMBER,
        DURATION,
        TEXT,
        SIGN,
        END
    }

    /** A piece, with where it begins. */
    record Token(Kind kind, String text, int at) {

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        @Override
        public String toString() {
            return kind == Kind.END ? "the end" : "\"" + text + "\" at character " + (at + 1);
        }
    }

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> read(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.skipSpace()) {
            lexer.tokens.add(lexer.next());
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length()));
        return lexer.tokens;
    }

    private boolean skipSpace() {
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (Character.isWhitespace(here)) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Token next() {
        int from = at;
        char here = text.charAt(at);
        if (here == '"' || here == '\'' || here == '`') {
            return new Token(Kind.TEXT, quoted(here), from);
        }
        if (isDigit(here) || here == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return number(from);
        }
        // A colon may stand inside a name, never at its beginning: it parts a sub-query.
        if (isLetter(here) && here != ':') {
            return word(from);
        }
        if (at + 1 < text.length() && LONG_SIGNS.contains(text.substring(at, at + 2))) {
            at += 2;
        } else if (SIGNS.indexOf(here) >= 0) {
            at++;
        } else {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "\"%c\" at character %d cannot be read".formatted(here, at + 1));
        }
        return new Token(Kind.SIGN, text.substring(from, at), from);
    }

    private Token word(int from) {
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        String word = text.substring(from, at);
        boolean number = word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("nan");
        return new Token(number ? Kind.NUMBER : Kind.WORD, word, from);
    }

    private Token number(int from) {
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            at += 2;
            while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
                at++;
            }
            return new Token(Kind.NUMBER, text.substring(from, at), from);
        }
        skip(DIGITS);
        if (at < text.length() && UNITS.indexOf(text.charAt(at)) >= 0) {
            skip(DIGITS + UNITS);
            return new Token(Kind.DURATION, text.substring(from, at), from);
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skip(DIGITS);
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            skip(DIGITS);
        }
        return new Token(Kind.NUMBER, text.substring(from, at), from);
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private String quoted(char quote) {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char here = text.charAt(at++);
            if (here == '\\' && quote != '`' && at < text.length()) {
                here = escaped(text.charAt(at++));
            }
            value.append(here);
        }
        if (at == text.length()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "the text that begins at character %d does not end".formatted(from + 1));
        }
        at++;
        return value.toString();
    }

    private char escaped(char name) {
        return switch (name) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', '"', '\'' -> name;
            default ->
                throw new OperationsException(
                        ErrorCode.INVALID_INPUT,
                        "\"\\%c\" at character %d is no escape; write \\\\ for a backslash".formatted(name, at));
        };
    }

    private static boolean isDigit(char here) {
        return here >= '0' && here <= '9';
    }

    private static boolean isLetter(char here) {
        return here >= 'a' && here <= 'z' || here >= 'A' && here <= 'Z' || here == '_' || here == ':';
    }
}
