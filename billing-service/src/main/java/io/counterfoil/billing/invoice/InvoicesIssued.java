package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tells within the transaction of the issue what was issued, so that money and credit that wait for it find it.
 *
 * @param prepaid the lines that sold prepaid credit
 */
public record InvoicesIssued(List<Invoice> invoices, List<Prepaid> prepaid, Instant at) {

    /** A line that sold prepaid credit. */
    public record Prepaid(Invoice invoice, UUID lineId, BillableItem item) {
        public Money net() {
            return item.net();
        }
    }
}
