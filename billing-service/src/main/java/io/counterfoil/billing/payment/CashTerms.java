package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * How far an amount of cash settles an invoice: a discount for paying early, and a small difference that is accepted.
 *
 * @param percent of the invoice that may be kept
 * @param days from the issue in which it may be kept
 * @param tolerance up to which difference the invoice counts as paid
 */
record CashTerms(int percent, int days, Money tolerance) {

    private static final int WHOLE = 100;

    /** What cash does to an invoice: together they settle it. */
    record Effect(Money cash, Money discount, Money difference) {}

    static CashTerms of(PolicyBook policies, Invoice invoice, LocalDate day) {
        Scope scope = Scope.of(invoice.legalEntityId(), invoice.order().contractId());
        return new CashTerms(
                policies.value(PolicyName.CASH_DISCOUNT_PERCENT, scope, day).number(),
                policies.value(PolicyName.CASH_DISCOUNT_DAYS, scope, day).number(),
                policies.value(PolicyName.PAYMENT_TOLERANCE, scope, day).amount(invoice.currency()));
    }

    static Map<String, String> versions(PolicyBook policies, Scope scope, LocalDate day) {
        return policies.versions(
                scope,
                day,
                PolicyName.PAYMENT_APPLICATION,
                PolicyName.PAYMENT_TOLERANCE,
                PolicyName.CASH_DISCOUNT_PERCENT,
                PolicyName.CASH_DISCOUNT_DAYS);
    }

    /** What so much cash, come on a day, does to what is open of an invoice that was issued on another. */
    Effect settle(Money open, Money cash, LocalDate issued, LocalDate paid) {
        Money discount = paid.isAfter(issued.plusDays(days)) ? Money.zero(open.currency()) : discount(open, cash);
        Money used = cash.min(open.minus(discount));
        Money rest = open.minus(discount).minus(used);
        boolean small = !rest.isZero() && used.isPositive() && rest.compareTo(tolerance) <= 0;
        return new Effect(used, discount, small ? rest : Money.zero(open.currency()));
    }

    /** All of it when the cash is enough; else as much as belongs to the cash that came (49 takes 1 along at 2 percent). */
    private Money discount(Money open, Money cash) {
        Money most = Rounding.share(open, BigDecimal.valueOf(percent), BigDecimal.valueOf(WHOLE));
        if (cash.compareTo(open.minus(most)) >= 0) {
            return most;
        }
        return Rounding.share(cash, BigDecimal.valueOf(percent), BigDecimal.valueOf((long) WHOLE - percent));
    }
}
