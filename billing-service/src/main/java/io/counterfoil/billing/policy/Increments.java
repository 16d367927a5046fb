package io.counterfoil.billing.policy;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.NotAnAmount;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The steps to which amounts are rounded, by currency: {@code HUF 1, CHF 0.05}. */
final class Increments {

    /** What was published is little, and asked for with every document. */
    private static final Map<String, Map<String, Money>> KNOWN = new ConcurrentHashMap<>();

    private static final int MANY = 1_000;

    private Increments() {}

    static Map<String, Money> of(String text) {
        Map<String, Money> known = KNOWN.get(text);
        if (known == null) {
            known = read(text);
            if (KNOWN.size() < MANY) {
                KNOWN.put(text, known);
            }
        }
        return known;
    }

    private static Map<String, Money> read(String text) {
        return Arrays.stream(text.split(", "))
                .filter(increment -> !increment.isBlank())
                .map(increment -> amount(increment.substring(0, 3), increment.substring(4)))
                .collect(Collectors.toMap(Money::currency, step -> step, (one, again) -> again));
    }

    private static Money amount(String currency, String step) {
        int decimals = Money.decimals(currency);
        try {
            return Money.ofMinor(new BigDecimal(step).movePointRight(decimals).longValueExact(), currency);
        } catch (ArithmeticException finer) {
            throw new NotAnAmount(step, currency, decimals);
        }
    }
}
