package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line that was taxed before and of which something is taken back: at its own rate, whatever holds today, and with its share of
 * the line's tax, in steps of what was taken back in all. So whoever takes the last of a line takes the last of its tax.
 *
 * @param applied how it was taxed
 * @param net of the line, without the tax
 * @param tax of the line: its share of its document's
 * @param leftNet what nothing has taken back yet
 * @param leftTax the same of its tax
 */
public record TaxedBefore(UUID lineId, ApplicableRate applied, Money net, Money tax, Money leftNet, Money leftTax) {

    /** What is taken back, with the sign of a reversal. */
    record Share(Money net, Money tax) {}

    /** The share of an amount, which is without the tax unless the line's price included it. */
    Share share(Money amount, TaxRounding rounding) {
        Money left = applied.inclusive() ? leftNet.plus(leftTax) : leftNet;
        if (amount.isZero() || left.isZero() || net.isZero()) {
            return new Share(amount, Money.zero(amount.currency()));
        }
        if (left.plus(amount).isZero()) {
            return new Share(leftNet.negated(), leftTax.negated());
        }
        return applied.inclusive() ? within(amount, left, rounding) : onTop(amount, rounding);
    }

    /** The line after a share of it was taken back. */
    TaxedBefore without(Share taken) {
        return new TaxedBefore(lineId, applied, net, tax, leftNet.plus(taken.net()), leftTax.plus(taken.tax()));
    }

    private Share onTop(Money amount, TaxRounding rounding) {
        Money takenBefore = tax.minus(leftTax);
        Money upToHere = part(tax, net.minus(leftNet).minus(amount), net, rounding.step());
        return new Share(amount, bounded(upToHere.minus(takenBefore), leftTax).negated());
    }

    private Share within(Money amount, Money left, TaxRounding rounding) {
        Money ofTax = rounding.taxFirst()
                ? part(leftTax, amount, left, rounding.step())
                : amount.minus(Rounding.share(amount, leftNet, left));
        return new Share(amount.minus(ofTax), ofTax);
    }

    private static Money part(Money of, Money part, Money whole, long step) {
        Money steps = Rounding.share(
                of,
                BigDecimal.valueOf(part.minor()),
                BigDecimal.valueOf(whole.minor()).multiply(BigDecimal.valueOf(step)));
        return Money.ofMinor(Math.multiplyExact(steps.minor(), step), of.currency());
    }

    /** Never beyond what is left, nor on the other side of nothing. */
    private static Money bounded(Money part, Money left) {
        if (left.isNegative()) {
            return bounded(part.negated(), left.negated()).negated();
        }
        return part.isNegative() ? Money.zero(part.currency()) : part.min(left);
    }
}
