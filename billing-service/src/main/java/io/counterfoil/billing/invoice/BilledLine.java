package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;

/**
 * A line that was issued and not voided, and what was taken back of it since.
 *
 * @param left what repairs and credit memos have left of it, as it was sold: with the tax where its price includes it
 * @param repaired the spans of its period that repairs took back
 */
public record BilledLine(UUID lineId, BillableItem item, Money left, List<ServicePeriod> repaired) {

    public BilledLine {
        repaired = List.copyOf(repaired);
    }
}
