package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.Item;
import io.counterfoil.billing.rating.Consumption;
import io.counterfoil.billing.rating.NegativeQuantity;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.common.http.Invalid;
import java.util.List;

/** What a line is asked about: so many units, or single uses. Pure. */
final class UsedUnits {

    private UsedUnits() {}

    /** All of the period, what was billed before included. */
    static Consumption upToNow(Item item, String at) {
        if (item.usedBefore() != null && (item.events() != null || item.proratedQuantity() != null)) {
            throw new Invalid(at + "/usedBefore", "goes with a quantity alone");
        }
        if (item.proratedEvents() != null) {
            return comingAndGoing(item, at);
        }
        if (item.events() != null) {
            return Consumption.ofEvents(quantities(item.events()));
        }
        Quantity now = item.quantity() == null ? Quantity.ONE : Quantity.of(item.quantity());
        notBelowZero(now, item.pricing(), at + "/quantity");
        if (item.usedBefore() != null) {
            notBelowZero(Quantity.of(item.usedBefore()), item.pricing(), at + "/usedBefore");
            return Consumption.of(Quantity.of(item.usedBefore()).plus(now));
        }
        return item.proratedQuantity() == null
                ? Consumption.of(now)
                : Consumption.prorated(now, Quantity.of(item.proratedQuantity()));
    }

    /** What was billed before. */
    static Consumption before(Item item) {
        return Consumption.of(Quantity.of(item.usedBefore()));
    }

    private static Consumption comingAndGoing(Item item, String at) {
        boolean inBlocks = item.price().tiers() != null
                && item.price().tiers().stream().anyMatch(tier -> tier.blockSize() != null);
        if (item.pricing() != Pricing.GRADUATED || inBlocks || item.included() != null) {
            throw new Invalid(
                    at + "/proratedEvents", "goes with GRADUATED units that are not sold in blocks and not included");
        }
        if (item.events() == null
                || item.events().size() != item.proratedEvents().size()) {
            throw new Invalid(at + "/proratedEvents", "needs as many events");
        }
        return Consumption.comingAndGoing(quantities(item.events()), quantities(item.proratedEvents()));
    }

    private static void notBelowZero(Quantity quantity, Pricing pricing, String at) {
        if (quantity.isNegative() && pricing != Pricing.PER_UNIT) {
            throw new NegativeQuantity(at);
        }
    }

    private static List<Quantity> quantities(List<String> values) {
        return values.stream().map(Quantity::of).toList();
    }
}
