package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.PriceJson.TierJson;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.common.http.Refusal.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a price must be: the fields of its model and no others, nothing below zero, tiers in their order. */
final class PriceRules {

    private final List<FieldError> errors = new ArrayList<>();
    private final PriceJson price;
    private final String at;

    private PriceRules(PriceJson price, String at) {
        this.price = price;
        this.at = at;
    }

    static List<FieldError> wrong(PriceJson price, Pricing pricing, String at) {
        PriceRules rules = new PriceRules(price, at);
        rules.fields(pricing);
        rules.nothingBelowZero();
        if (pricing.isTiered() && price.tiers() != null) {
            rules.tiers(price.tiers());
        }
        return rules.errors;
    }

    private void fields(Pricing pricing) {
        boolean figure = pricing.isSimple() || pricing == Pricing.PACKAGE;
        belongs("/unitPrice", price.unitPrice(), figure, pricing);
        belongs("/tiers", price.tiers(), pricing.isTiered(), pricing);
        belongs("/packageSize", price.packageSize(), pricing == Pricing.PACKAGE, pricing);
        belongs("/percentage", price.percentage(), pricing == Pricing.PERCENTAGE, pricing);
        foreign("/flatFeeAtZero", price.flatFeeAtZero(), pricing.isTiered(), pricing);
        foreign("/packages", price.packages(), pricing == Pricing.PACKAGE, pricing);
        boolean percentage = pricing == Pricing.PERCENTAGE;
        foreign("/baseQuantity", price.baseQuantity(), figure, pricing);
        foreign("/feePerEvent", price.feePerEvent(), percentage, pricing);
        foreign("/freeEvents", price.freeEvents(), percentage, pricing);
        foreign("/freeAmount", price.freeAmount(), percentage, pricing);
        foreign("/minimumPerEvent", price.minimumPerEvent(), percentage, pricing);
        foreign("/maximumPerEvent", price.maximumPerEvent(), percentage, pricing);
        if (price.packageSize() != null && isZero(price.packageSize())) {
            wrong("/packageSize", "must be more than nothing");
        }
    }

    private void belongs(String field, Object value, boolean needed, Pricing pricing) {
        if (needed && value == null) {
            wrong(field, "is required for " + pricing);
        }
        foreign(field, value, needed, pricing);
    }

    private void foreign(String field, Object value, boolean known, Pricing pricing) {
        if (!known && value != null) {
            wrong(field, "does not belong to " + pricing);
        }
    }

    private void nothingBelowZero() {
        notBelowZero("/unitPrice", price.unitPrice());
        notBelowZero("/packageSize", price.packageSize());
        notBelowZero("/percentage", price.percentage());
        notBelowZero("/feePerEvent", price.feePerEvent());
        notBelowZero("/freeAmount", price.freeAmount());
        notBelowZero("/minimumPerEvent", price.minimumPerEvent());
        notBelowZero("/maximumPerEvent", price.maximumPerEvent());
        notBelowZero("/minimum", price.minimum());
        notBelowZero("/maximum", price.maximum());
    }

    private void tiers(List<TierJson> tiers) {
        TierJson before = null;
        for (int i = 0; i < tiers.size(); i++) {
            TierJson tier = tiers.get(i);
            String pointer = "/tiers/" + i;
            notBelowZero(pointer + "/unitPrice", tier.unitPrice());
            notBelowZero(pointer + "/flatFee", tier.flatFee());
            notBelowZero(pointer + "/blockSize", tier.blockSize());
            notBelowZero(pointer + "/upTo", tier.upTo());
            if (tier.blockSize() != null && isZero(tier.blockSize())) {
                wrong(pointer + "/blockSize", "must be more than nothing");
            }
            bound(tier, before, pointer, i == tiers.size() - 1);
            before = tier;
        }
    }

    private void bound(TierJson tier, TierJson before, String pointer, boolean last) {
        if (last && tier.upTo() != null) {
            throw new LastTierBounded(at + pointer + "/upTo");
        }
        if (!last && tier.upTo() == null) {
            throw new TierNotBounded(at + pointer + "/upTo");
        }
        if (!last && before != null && new BigDecimal(tier.upTo()).compareTo(new BigDecimal(before.upTo())) <= 0) {
            throw new TiersOverlap(at + pointer + "/upTo");
        }
        if (!last && before == null && isZero(tier.upTo())) {
            throw new TiersOverlap(at + pointer + "/upTo");
        }
    }

    private static boolean isZero(String decimal) {
        return new BigDecimal(decimal).signum() == 0;
    }

    private void notBelowZero(String field, String decimal) {
        if (decimal != null && decimal.startsWith("-") && !isZero(decimal)) {
            throw new NegativePrice(at + field);
        }
    }

    private void wrong(String field, String detail) {
        errors.add(new FieldError(at + field, detail));
    }
}
