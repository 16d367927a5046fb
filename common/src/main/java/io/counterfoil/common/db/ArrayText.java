package io.counterfoil.common.db;

import java.util.List;

/** One column of many rows as the text of a PostgreSQL array; of which type it is, the statement says. */
final class ArrayText {

    private static final int USUAL_VALUE = 48;

    private ArrayText() {}

    static String ofColumn(List<Object[]> rows, int column) {
        StringBuilder text = new StringBuilder(rows.size() * USUAL_VALUE).append('{');
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            element(text, rows.get(i)[column]);
        }
        return text.append('}').toString();
    }

    private static void element(StringBuilder text, Object value) {
        if (value == null) {
            text.append("NULL");
        } else if (value instanceof Number || value instanceof java.util.UUID) {
            text.append(value);
        } else {
            quoted(text, value instanceof Enum<?> one ? one.name() : value.toString());
        }
    }

    private static void quoted(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (at == '"' || at == '\\') {
                text.append('\\');
            }
            text.append(at);
        }
        text.append('"');
    }
}
