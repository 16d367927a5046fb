package io.counterfoil.billing.reversal;

import io.counterfoil.billing.document.ReversedLine;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * An invoice line and a part of it: what is left of it, or what is taken back of it.
 *
 * @param ofPeriod whether it concerns a service period of its own, and not all of the line's
 * @param wholeNet the net amount of the line
 * @param wholeTax the tax of the line
 * @param net of the part, with the sign of the line
 * @param tax of the part, with the sign of the line
 */
public record LeftOfLine(
        UUID lineId,
        int lineNumber,
        ItemType type,
        Sold sold,
        Taxed taxed,
        boolean ofPeriod,
        Money wholeNet,
        Money wholeTax,
        Money net,
        Money tax) {

    /** A part of a whole line. */
    public LeftOfLine(
            UUID lineId,
            int lineNumber,
            ItemType type,
            Sold sold,
            Taxed taxed,
            Money wholeNet,
            Money wholeTax,
            Money net,
            Money tax) {
        this(lineId, lineNumber, type, sold, taxed, false, wholeNet, wholeTax, net, tax);
    }

    /** What the line sold. */
    public record Sold(
            String productId,
            String description,
            String planId,
            String priceId,
            String chargeId,
            UUID performanceObligationId,
            RevenueTreatment revenueTreatment,
            ServicePeriod period,
            String quantity,
            String unitPrice,
            String baseQuantity) {

        private Sold during(ServicePeriod part) {
            return new Sold(
                    productId,
                    description,
                    planId,
                    priceId,
                    chargeId,
                    performanceObligationId,
                    revenueTreatment,
                    part,
                    quantity,
                    unitPrice,
                    baseQuantity);
        }
    }

    /** How it was taxed. */
    public record Taxed(
            TaxCategory category, String rate, String jurisdiction, String exemptionReasonCode, String source) {}

    public Money gross() {
        return net.plus(tax);
    }

    /** Another part of the same line. */
    LeftOfLine part(Money partNet, Money partTax) {
        return new LeftOfLine(lineId, lineNumber, type, sold, taxed, ofPeriod, wholeNet, wholeTax, partNet, partTax);
    }

    /** The same for a service period of its own. */
    LeftOfLine during(ServicePeriod period) {
        return new LeftOfLine(lineId, lineNumber, type, sold.during(period), taxed, true, wholeNet, wholeTax, net, tax);
    }

    boolean isNothing() {
        return net.isZero() && tax.isZero();
    }

    /** The part as facts tell it. */
    public ReversedLine told() {
        return new ReversedLine(
                lineId,
                sold.productId(),
                sold.performanceObligationId(),
                sold.revenueTreatment() == null ? null : sold.revenueTreatment().name(),
                sold.period(),
                net,
                taxed.category().name(),
                taxed.rate(),
                taxed.jurisdiction(),
                tax);
    }
}
