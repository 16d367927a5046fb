package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import java.util.UUID;

/**
 * What is charged for and at which price: it stays the same from the day on which a charge starts to that on which it ends.
 *
 * @param subscriptionId null where it is charged once, outside of a subscription
 * @param lineId the order line; null where no order sold it
 * @param unitPrice the one figure of a simple price; of a tiered one, that of its first tier
 * @param dialect how a fragment of a period becomes a share of its price
 * @param tariff what a quantity costs
 */
public record ChargeTerms(
        UUID agreementId,
        UUID subscriptionId,
        String legalEntityId,
        UUID lineId,
        int lineNumber,
        String productId,
        String description,
        String planId,
        int planVersion,
        String chargeId,
        Kind kind,
        Pricing pricing,
        Quantity quantity,
        UnitPrice unitPrice,
        BillingPeriod billingPeriod,
        Timing timing,
        Proration dialect,
        UUID performanceObligationId,
        RevenueTreatment revenueTreatment,
        TaxCategory taxCategory,
        Tariff tariff) {

    /** Names the price that it is billed at, with the version of its plan. */
    public String priceId() {
        return planId + "/" + planVersion + "/" + chargeId;
    }

    /** The same, sold in another quantity and at another price. */
    public ChargeTerms sold(Quantity units, UnitPrice price) {
        return sold(
                units,
                price,
                pricing.isSimple() ? tariff.around(Tariff.simple(pricing, price).price()) : tariff);
    }

    ChargeTerms sold(Quantity units, UnitPrice price, Tariff wholePrice) {
        return new ChargeTerms(
                agreementId,
                subscriptionId,
                legalEntityId,
                lineId,
                lineNumber,
                productId,
                description,
                planId,
                planVersion,
                chargeId,
                kind,
                pricing,
                units,
                price,
                billingPeriod,
                timing,
                dialect,
                performanceObligationId,
                revenueTreatment,
                taxCategory,
                wholePrice);
    }
}
