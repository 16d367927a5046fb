package io.counterfoil.common.db;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Rows in the text format of PostgreSQL's {@code copy}: fields parted by tabs, null as {@code \N}, the rest escaped. */
final class CopyText {

    private static final int USUAL_ROW = 512;

    private CopyText() {}

    static byte[] of(List<Object[]> rows) {
        StringBuilder text = new StringBuilder(rows.size() * USUAL_ROW);
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                field(text, row[i]);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder text, Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Collection<?> many) {
            array(text, many.iterator());
        } else if (value instanceof Number || value instanceof java.util.UUID) {
            text.append(value);
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            escaped(text, value instanceof Enum<?> one ? one.name() : value.toString());
        }
    }

    /** Of ids and numbers only: nothing in it needs quotes. */
    private static void array(StringBuilder text, Iterator<?> elements) {
        text.append('{');
        while (elements.hasNext()) {
            text.append(elements.next()).append(elements.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private static void escaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            switch (at) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(at);
            }
        }
    }
}
