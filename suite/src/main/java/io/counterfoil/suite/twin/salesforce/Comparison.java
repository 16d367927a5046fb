package io.counterfoil.suite.twin.salesforce;

import java.util.Comparator;
import java.util.regex.Pattern;

/** How SOQL compares: text without regard to case, null only by equality. */
final class Comparison {

    private Comparison() {}

    static boolean holds(Object value, String operator, Object literal) {
        if (value == null || literal == null) {
            return switch (operator) {
                case "=" -> value == literal;
                case "!=", "<>" -> value != literal;
                default -> false;
            };
        }
        if (operator.equals("LIKE")) {
            return like(String.valueOf(literal)).matcher(String.valueOf(value)).matches();
        }
        int difference = compare(value, literal);
        return switch (operator) {
            case "=" -> difference == 0;
            case "!=", "<>" -> difference != 0;
            case "<" -> difference < 0;
            case "<=" -> difference <= 0;
            case ">" -> difference > 0;
            default -> difference >= 0;
        };
    }

    static Comparator<Object> by(Soql.Order key) {
        Comparator<Object> values = Comparison::compare;
        Comparator<Object> directed = key.descending() ? values.reversed() : values;
        return key.nullsLast() ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        if (left instanceof String text && right instanceof String other) {
            return text.compareToIgnoreCase(other);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static Pattern like(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            expression.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
