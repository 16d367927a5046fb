package io.counterfoil.billing.numbering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number looks: {@code {entity}-{year}-{number:6}} gives {@code US01-2026-000001}. A pattern must hold the number,
 * and the year, since each fiscal year counts from one.
 */
record NumberPattern(String text) {

    private static final Pattern FIELD = Pattern.compile("\\{(entity|series|year|number)(?::(\\d{1,2}))?}");
    private static final Pattern WHOLE =
            Pattern.compile("(?:[A-Za-z0-9/_.-]|\\{(?:entity|series|year|number(?::\\d{1,2})?)})+");

    /** So that no credit memo has the number of an invoice. */
    static final NumberPattern OF_CREDIT_MEMOS = new NumberPattern("{entity}-CM-{year}-{number:6}");

    static final NumberPattern USUAL = new NumberPattern("{entity}-{year}-{number:6}");

    static boolean isValid(String text) {
        return text != null
                && WHOLE.matcher(text).matches()
                && text.contains("{number")
                && text.contains("{year}")
                && text.contains("{entity}");
    }

    String format(String entity, String series, int year, long number) {
        Matcher field = FIELD.matcher(text);
        return field.replaceAll(found -> Matcher.quoteReplacement(
                switch (found.group(1)) {
                    case "entity" -> entity;
                    case "series" -> series;
                    case "year" -> Integer.toString(year);
                    default -> padded(number, found.group(2));
                }));
    }

    private static String padded(long number, String width) {
        return width == null ? Long.toString(number) : String.format("%0" + Integer.parseInt(width) + "d", number);
    }
}
