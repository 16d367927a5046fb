package io.counterfoil.billing.discount;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.Discount;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;

/** The items that a bill gets when it is composed; each follows an item that is on it, in its tax and its obligation. */
final class MadeItems {

    private MadeItems() {}

    /** What comes off one line. */
    static BillableItem discount(BillableItem of, Discount discount, Money off) {
        return made(
                of,
                EventIds.derived(of.itemId(), "discount " + discount.discountId()),
                ItemType.DISCOUNT,
                of.chargeId(),
                discount.name() + ": " + of.description(),
                of.period(),
                off.negated(),
                null);
    }

    /** What had come off a line comes back with it. */
    static BillableItem givenBack(BillableItem repair, TakenOff.Off off, Money back) {
        return made(
                repair,
                EventIds.derived(repair.itemId(), "given back " + off.itemId()),
                ItemType.DISCOUNT,
                repair.chargeId(),
                off.description(),
                repair.period(),
                back,
                off.lineId());
    }

    /** What was sold is credit: nothing of it is earned or taxed before it is used. */
    static BillableItem prepaid(BillableItem sold) {
        return new BillableItem(
                sold.itemId(),
                ItemType.PREPAID,
                sold.agreementId(),
                sold.subscriptionId(),
                sold.orderLineId(),
                sold.orderChargeId(),
                sold.chargeId(),
                sold.productId(),
                sold.description(),
                sold.planId(),
                sold.priceId(),
                sold.performanceObligationId(),
                RevenueTreatment.POINT_IN_TIME,
                sold.period(),
                sold.quantity(),
                sold.unitPrice(),
                sold.net(),
                TaxCategory.O,
                null,
                List.of(),
                sold.dueOn());
    }

    static UUID trueUpId(UUID subscriptionId, ServicePeriod period) {
        return EventIds.derived(subscriptionId, "true-up " + period.start());
    }

    /** What is missing to the promise of a period. */
    static BillableItem trueUp(BillableItem like, ServicePeriod period, Money missing) {
        return made(
                like,
                trueUpId(like.subscriptionId(), period),
                ItemType.TRUE_UP,
                null,
                "Minimum commitment",
                period,
                missing,
                null);
    }

    private static BillableItem made(
            BillableItem like,
            UUID id,
            ItemType type,
            String chargeId,
            String description,
            ServicePeriod period,
            Money net,
            UUID originalLineId) {
        return new BillableItem(
                id,
                type,
                like.agreementId(),
                like.subscriptionId(),
                like.orderLineId(),
                null,
                chargeId,
                like.productId(),
                description,
                like.planId(),
                like.priceId(),
                like.performanceObligationId(),
                like.revenueTreatment(),
                period,
                Quantity.ONE,
                UnitPrice.of(net),
                net,
                like.taxCategory(),
                originalLineId,
                List.of(),
                like.dueOn());
    }
}
