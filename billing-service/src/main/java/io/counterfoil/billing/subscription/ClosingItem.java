package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a minimum was promised, the last period is looked at when the subscription ends, also if nothing else is billed then:
 * an item over nothing that calls for the bill. What is missing is added when that is composed.
 */
final class ClosingItem {

    private ClosingItem() {}

    /** The item of the day on which a charge of the plan with the promise ends. */
    static BillableItem of(OrderCharge charge, LocalDate end, String currency) {
        ChargeTerms terms = charge.terms();
        return new BillableItem(
                EventIds.derived(terms.subscriptionId(), "closing " + terms.planId() + " " + end),
                ItemType.TRUE_UP,
                terms.agreementId(),
                terms.subscriptionId(),
                terms.lineId(),
                null,
                null,
                terms.productId(),
                "Minimum commitment",
                terms.planId(),
                terms.priceId(),
                terms.performanceObligationId(),
                terms.revenueTreatment(),
                null,
                Quantity.ONE,
                UnitPrice.FREE,
                Money.zero(currency),
                terms.taxCategory(),
                null,
                List.of(),
                end);
    }
}
