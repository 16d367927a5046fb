package io.counterfoil.billing.policy;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What applies, and where that was said.
 *
 * @param origin the version that said it, such as {@code LEGAL_ENTITY/US01/3}, or {@code DEFAULT}
 */
public record PolicyValue(PolicyName policy, String value, String origin) {

    private static final Map<PolicyName, PolicyValue> USUAL = Arrays.stream(PolicyName.values())
            .collect(Collectors.toMap(
                    policy -> policy,
                    policy -> new PolicyValue(policy, policy.legal().usual(), "DEFAULT"),
                    (one, same) -> one,
                    () -> new EnumMap<>(PolicyName.class)));

    static PolicyValue usual(PolicyName policy) {
        return USUAL.get(policy);
    }

    /** The choice as the enum of the capability that acts by it. */
    public <E extends Enum<E>> E as(Class<E> type) {
        return Enum.valueOf(type, value);
    }

    public boolean is(String choice) {
        return value.equals(choice);
    }

    /** The value of a policy that is a whole number. */
    public int number() {
        return Integer.parseInt(value);
    }

    /** The value of a policy that is an amount, in the currency of the document. */
    public Money amount(String currency) {
        return Rounding.toMinorUnits(new BigDecimal(value), currency);
    }

    /** The value of a policy that is a list of days. */
    public List<Integer> days() {
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(", ")).map(Integer::valueOf).toList();
    }

    /** The step to which amounts of the currency are rounded, in minor units. */
    public long step(String currency) {
        Money step = Increments.of(value).get(currency);
        return step == null ? 1 : step.minor();
    }

    /** The amount rounded to the step of its currency, half away from zero. */
    public Money rounded(Money amount) {
        long step = step(amount.currency());
        long steps = (2 * Math.abs(amount.minor()) + step) / (2 * step);
        return Money.ofMinor(Math.multiplyExact(steps * Long.signum(amount.minor()), step), amount.currency());
    }

    /** What a document says that it used: the value and the version that said it. */
    public String reference() {
        return value + "@" + origin;
    }
}
