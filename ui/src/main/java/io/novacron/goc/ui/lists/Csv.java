package io.novacron.goc.ui.lists;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as comma-separated values (RFC 4180), in which nothing can be a formula when a spreadsheet opens them. */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** The columns with their titles, in UTF-8. */
    static <T> byte[] of(List<Column<T>> columns, Stream<T> rows) {
        StringBuilder out = new StringBuilder();
        out.append(columns.stream().map(Column::title).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        rows.forEach(row -> out.append(columns.stream()
                        .map(column ->
                                column.kind() == Column.Kind.NUMBER ? column.textOf(row) : cell(column.textOf(row)))
                        .collect(Collectors.joining(",")))
                .append("\r\n"));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
