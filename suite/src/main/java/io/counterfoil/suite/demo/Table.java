package io.counterfoil.suite.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows of text in aligned columns. The columns whose numbers are given stand to the right. */
final class Table {

    private static final String GAP = "  ";

    private final String indent;
    private final List<Integer> right;
    private final List<String[]> rows = new ArrayList<>();

    Table(String indent, Integer... right) {
        this.indent = indent;
        this.right = List.of(right);
    }

    Table row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** A line between the rows that has no columns. */
    Table text(String line) {
        rows.add(new String[] {line, null});
        return this;
    }

    void print(Consumer<String> out) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length && !isText(row); i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        rows.forEach(row -> out.accept(isText(row) ? row[0] : line(row, widths)));
    }

    private static boolean isText(String[] row) {
        return row.length == 2 && row[1] == null;
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.length; i++) {
            String space = " ".repeat(widths[i] - row[i].length());
            line.append(i == 0 ? "" : GAP).append(right.contains(i) ? space + row[i] : row[i] + space);
        }
        return line.toString().stripTrailing();
    }

    /** An amount with its thousands set apart: 1,840.25. */
    static String grouped(String amount) {
        int point = amount.indexOf('.');
        String whole = point < 0 ? amount : amount.substring(0, point);
        String rest = point < 0 ? "" : amount.substring(point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + rest;
    }
}
