package io.counterfoil.billing.policy;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import java.util.List;

/**
 * What a policy may say.
 *
 * @param kind a word, a number, an amount, steps by currency, or days
 * @param choices the legal words, where they are counted
 * @param most the largest legal number, where it is a whole number
 * @param usual what holds where nobody chose
 */
record LegalValues(Kind kind, List<String> choices, int most, String usual) {

    enum Kind {
        CHOICE,
        WHOLE_NUMBER,
        AMOUNT,
        INCREMENTS,
        DAYS
    }

    private static final String INCREMENT = "[A-Z]{3} \\d{1,6}(\\.\\d{1,4})?";

    /** The first one is the default. */
    static LegalValues oneOf(String... words) {
        return new LegalValues(Kind.CHOICE, List.of(words), 0, words[0]);
    }

    static LegalValues wholeNumber(int usual, int most) {
        return new LegalValues(Kind.WHOLE_NUMBER, List.of(), most, Integer.toString(usual));
    }

    static LegalValues amount(String usual) {
        return new LegalValues(Kind.AMOUNT, List.of(), 0, usual);
    }

    static LegalValues increments() {
        return new LegalValues(Kind.INCREMENTS, List.of(), 0, "");
    }

    static LegalValues days(String usual) {
        return new LegalValues(Kind.DAYS, List.of(), 0, usual);
    }

    boolean allow(String value) {
        return switch (kind) {
            case CHOICE -> choices.contains(value);
            case WHOLE_NUMBER -> value != null && value.matches("\\d{1,6}") && Integer.parseInt(value) <= most;
            case AMOUNT -> value != null && value.matches("\\d{1,12}(\\.\\d{1,4})?");
            case INCREMENTS ->
                value != null && value.matches("(" + INCREMENT + "(, " + INCREMENT + ")*)?") && steps(value);
            case DAYS -> value != null && value.matches("([1-9]\\d{0,2}(, [1-9]\\d{0,2}){0,19})?");
        };
    }

    String words() {
        return switch (kind) {
            case CHOICE -> "one of " + String.join(", ", choices);
            case WHOLE_NUMBER -> "a whole number from 0 to " + most;
            case AMOUNT -> "an amount in units of the document's currency, such as 250 or 250.00";
            case INCREMENTS -> "a step for each currency that has one, such as HUF 1, CHF 0.05";
            case DAYS -> "up to twenty numbers of days, such as 3, 5, 7; nothing where there is none";
        };
    }

    /** Each step is a whole number of the currency's minor units. */
    private static boolean steps(String value) {
        try {
            return Increments.of(value).values().stream().allMatch(Money::isPositive);
        } catch (Refusal noAmount) {
            return false;
        }
    }
}
