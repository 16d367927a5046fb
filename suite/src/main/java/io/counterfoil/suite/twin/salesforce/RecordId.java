package io.counterfoil.suite.twin.salesforce;

import java.util.regex.Pattern;

/**
 * Salesforce's record id: fifteen case-sensitive characters, of which the first three name the kind of record. The long
 * form adds three that say which of the fifteen are capitals, so that it survives systems that ignore case.
 */
final class RecordId {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{15}([0-9A-Za-z]{3})?");

    private RecordId() {}

    /** The long form of an id in either form; anything else is malformed. */
    static String of(String id) {
        if (id == null || !SHAPE.matcher(id).matches()) {
            throw SalesforceError.malformedId(id);
        }
        String longForm = id.substring(0, 15) + suffix(id.substring(0, 15));
        if (id.length() == 18 && !longForm.equalsIgnoreCase(id)) {
            throw SalesforceError.malformedId(id);
        }
        return longForm;
    }

    /** The id of the nth record of a kind. */
    static String numbered(String prefix, long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0; rest /= 62) {
            digits.insert(0, DIGITS.charAt((int) (rest % 62)));
        }
        return of(prefix + "Cf" + "0".repeat(10 - digits.length()) + digits);
    }

    /** Each suffix character tells, by five bits, which of five characters are capitals; the first is the lowest bit. */
    static String suffix(String fifteen) {
        StringBuilder suffix = new StringBuilder(3);
        for (int chunk = 0; chunk < 15; chunk += 5) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = fifteen.charAt(chunk + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            suffix.append(SUFFIX.charAt(bits));
        }
        return suffix.toString();
    }
}
