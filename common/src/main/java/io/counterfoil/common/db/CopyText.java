package io.counterfoil.common.db;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Rows in the text format of PostgreSQL's {@code copy}: fields parted by tabs, null as {@code \N}, the rest escaped; written as
 * UTF-8 at once, since a billing run writes megabytes of it in a second.
 */
final class CopyText {

    private static final int USUAL_ROW = 1024;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int THREE_BYTES = 0x10000;

    private byte[] bytes;
    private int length;

    private CopyText(int size) {
        bytes = new byte[size];
    }

    static byte[] of(List<Object[]> rows) {
        CopyText text = new CopyText(rows.size() * USUAL_ROW);
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    text.put('\t');
                }
                text.field(row[i]);
            }
            text.put('\n');
        }
        return Arrays.copyOf(text.bytes, text.length);
    }

    private void field(Object value) {
        if (value == null) {
            plain("\\N");
        } else if (value instanceof Collection<?> many) {
            array(many.iterator());
        } else if (value instanceof Number || value instanceof java.util.UUID) {
            plain(value.toString());
        } else if (value instanceof byte[] binary) {
            hex(binary);
        } else {
            escaped(value instanceof Enum<?> one ? one.name() : value.toString());
        }
    }

    /** Of ids and numbers only: nothing in it needs quotes. */
    private void array(Iterator<?> elements) {
        put('{');
        while (elements.hasNext()) {
            plain(String.valueOf(elements.next()));
            if (elements.hasNext()) {
                put(',');
            }
        }
        put('}');
    }

    private void hex(byte[] binary) {
        plain("\\\\x");
        room(2 * binary.length);
        for (byte one : binary) {
            bytes[length++] = HEX[one >> 4 & 0xF];
            bytes[length++] = HEX[one & 0xF];
        }
    }

    private void escaped(String value) {
        room(4 * value.length());
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            switch (at) {
                case '\\' -> pair('\\');
                case '\t' -> pair('t');
                case '\n' -> pair('n');
                case '\r' -> pair('r');
                default -> {
                    if (at < ONE_BYTE) {
                        bytes[length++] = (byte) at;
                    } else {
                        int point = value.codePointAt(i);
                        wide(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point);
                        i += Character.charCount(point) - 1;
                    }
                }
            }
        }
    }

    private void pair(char second) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) second;
    }

    private void wide(int point) {
        if (point < ONE_BYTE) {
            put((char) point);
            return;
        }
        if (point < TWO_BYTES) {
            bytes[length++] = (byte) (0xC0 | point >> 6);
        } else if (point < THREE_BYTES) {
            bytes[length++] = (byte) (0xE0 | point >> 12);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        } else {
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | point & 0x3F);
    }

    private void plain(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    private void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
