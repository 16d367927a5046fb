package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A charge of the plan at the price of the order, on its way through the billing periods.
 *
 * @param priceId the price that it is billed at, with the version of its plan
 * @param subscriptionId null where it is charged once, outside of a subscription
 * @param lineId the order line; null where no order sold it
 * @param startDate the anchor: every period is counted from it
 * @param nextDue the day on which its next item falls due; null when nothing is left to bill
 * @param billedOn the day on which an item of it was billed last; null as long as none was
 * @param round how often its periods were made billable again, so that what is billed anew is a new item
 */
public record OrderCharge(
        UUID orderChargeId,
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
        LocalDate startDate,
        LocalDate endDate,
        UUID performanceObligationId,
        RevenueTreatment revenueTreatment,
        TaxCategory taxCategory,
        LocalDate nextDue,
        LocalDate billedOn,
        int round) {

    public String priceId() {
        return planId + "/" + planVersion + "/" + chargeId;
    }

    /** All that falls due by the day, in advance. */
    public List<BillableItem> dueBy(LocalDate day, String currency) {
        if (nextDue == null || nextDue.isAfter(day)) {
            return List.of();
        }
        if (kind == Kind.ONE_TIME) {
            return List.of(item(ItemType.ONE_TIME, servedOver(), amount(Share.WHOLE, currency), nextDue));
        }
        List<BillableItem> items = new ArrayList<>();
        for (ServicePeriod period : billingPeriod.inAdvance(startDate, nextDue, day, endDate)) {
            Money net = amount(Proration.ACTUAL.share(billingPeriod, startDate, period), currency);
            items.add(item(ItemType.RECURRING, period, net, period.start()));
        }
        return items;
    }

    /** The charge after all that fell due by the day was billed. */
    public OrderCharge billedBy(LocalDate day) {
        if (nextDue == null || nextDue.isAfter(day)) {
            return this;
        }
        if (kind == Kind.ONE_TIME) {
            return dueOn(null, day);
        }
        List<ServicePeriod> billed = billingPeriod.inAdvance(startDate, nextDue, day, endDate);
        LocalDate next = billed.get(billed.size() - 1).end();
        return dueOn(endDate != null && !next.isBefore(endDate) ? null : next, day);
    }

    /** The charge with nothing left to bill. */
    OrderCharge cancelled() {
        return dueOn(null, billedOn);
    }

    private OrderCharge dueOn(LocalDate next, LocalDate billed) {
        return new OrderCharge(
                orderChargeId,
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
                quantity,
                unitPrice,
                billingPeriod,
                startDate,
                endDate,
                performanceObligationId,
                revenueTreatment,
                taxCategory,
                next,
                billed,
                round);
    }

    private BillableItem item(ItemType type, ServicePeriod period, Money net, LocalDate dueOn) {
        String key = "item " + round + " " + (type == ItemType.ONE_TIME ? "once" : period.start());
        return new BillableItem(
                EventIds.derived(orderChargeId, key),
                type,
                agreementId,
                subscriptionId,
                lineId,
                orderChargeId,
                chargeId,
                productId,
                description,
                planId,
                priceId(),
                performanceObligationId,
                revenueTreatment,
                period,
                quantity,
                unitPrice,
                net,
                taxCategory,
                null,
                List.of(),
                dueOn);
    }

    private Money amount(Share share, String currency) {
        return Tariff.simple(pricing, unitPrice).amount(quantity, share, currency);
    }

    private ServicePeriod servedOver() {
        boolean overTime = revenueTreatment == RevenueTreatment.OVER_TIME_DAILY && endDate != null;
        return overTime ? new ServicePeriod(startDate, endDate) : null;
    }
}
