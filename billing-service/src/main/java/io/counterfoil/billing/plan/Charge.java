package io.counterfoil.billing.plan;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Discount;
import io.counterfoil.billing.rating.Percentage;
import io.counterfoil.billing.rating.Price;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.Map;

/**
 * What a plan charges for.
 *
 * @param period the rhythm of a recurring or usage charge; null when it is charged once
 * @param tariffs the plan's own prices by currency; empty where the order line sets the price
 * @param terms everything else
 */
public record Charge(
        String chargeId,
        String name,
        Kind kind,
        Pricing pricing,
        BillingPeriod period,
        Map<String, Tariff> tariffs,
        Terms terms) {

    /** Again and again, by what was used, or once. */
    public enum Kind {
        RECURRING,
        USAGE,
        ONE_TIME
    }

    /**
     * @param dialect how fragments of a period are counted; null where the policy decides when it is sold
     * @param trialDays how long it is free from the start of the subscription; 0 without
     * @param meterId what counts the usage; null unless it is a usage charge
     * @param phases how price or quantity change as time goes by, in their order; empty without
     * @param discounts of this charge alone
     * @param grantedCredit prepaid credit that is bought with each unit, by currency; empty when it buys none
     * @param creditLasts how long that credit may be used; null for ever
     * @param step to how many minor units amounts are rounded, as the policy says when it is sold
     */
    public record Terms(
            Timing timing,
            Proration dialect,
            int trialDays,
            String meterId,
            List<Phase> phases,
            List<Discount> discounts,
            Map<String, Money> grantedCredit,
            BillingPeriod creditLasts,
            long step) {

        public Terms {
            phases = List.copyOf(phases);
            discounts = List.copyOf(discounts);
            grantedCredit = Map.copyOf(grantedCredit);
        }

        private Terms sold(Proration usual, long units) {
            Proration counted = dialect == null ? usual : dialect;
            return new Terms(timing, counted, trialDays, meterId, phases, discounts, grantedCredit, creditLasts, units);
        }

        static Terms simple() {
            return new Terms(Timing.IN_ADVANCE, Proration.ACTUAL, 0, null, List.of(), List.of(), Map.of(), null, 1);
        }
    }

    /**
     * A step of a ramp.
     *
     * @param startsAfter the time from the start of the subscription (after the trial) to the start of this phase
     * @param quantity from then on; null when it stays
     * @param tariffs from then on, by currency; empty when they stay
     */
    public record Phase(BillingPeriod startsAfter, Quantity quantity, Map<String, Tariff> tariffs) {
        public Phase {
            tariffs = Map.copyOf(tariffs);
        }
    }

    public Charge {
        tariffs = Map.copyOf(tariffs);
    }

    /** The same as it is sold: fragments of a period are counted as usual where it does not say how, amounts rounded to steps. */
    public Charge sold(Proration usual, long step) {
        return new Charge(chargeId, name, kind, pricing, period, tariffs, terms.sold(usual, step));
    }

    /** True where what is paid for it is credit, used up by later invoices. */
    public boolean buysCredit() {
        return !terms.grantedCredit().isEmpty();
    }

    /** True where the order line sets the price. */
    public boolean isPricedByOrder() {
        return tariffs.isEmpty();
    }

    /** How a quantity is priced in a currency: by the plan, else by the order line. */
    public Tariff tariff(UnitPrice ofOrderLine, String currency) {
        Tariff own = tariffs.get(currency);
        return (own == null ? Tariff.simple(pricing, ofOrderLine) : own).inSteps(terms.step());
    }

    /** The one figure of a simple price; of a tiered one, that of its first tier. */
    public UnitPrice price(UnitPrice ofOrderLine, String currency) {
        Tariff own = tariffs.get(currency);
        return own == null ? ofOrderLine : shown(own.price());
    }

    /** The one figure of another tariff of this charge. */
    public UnitPrice shown(Tariff tariff) {
        return shown(tariff.price());
    }

    private static UnitPrice shown(Price price) {
        if (price instanceof Price.Flat flat) {
            return flat.amount();
        }
        if (price instanceof Price.PerUnit each) {
            return each.price();
        }
        if (price instanceof Price.PackagePrice packages) {
            return packages.price();
        }
        if (price instanceof Price.Graduated graduated) {
            return graduated.tiers().get(0).price();
        }
        if (price instanceof Price.Volume volume) {
            return volume.tiers().get(0).price();
        }
        if (price instanceof Price.TopTier top) {
            return top.tiers().get(0).price();
        }
        return ((Percentage) price).percent();
    }
}
