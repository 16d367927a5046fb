package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.item.BillableItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is to become one invoice: the items of one agreement that are due.
 *
 * @param day the legal entity's date: the tax point, and the issue date unless the series is ahead
 * @param invoiceId derived from the cause where a replay must give the same
 */
public record Bill(Agreement agreement, List<BillableItem> items, LocalDate day, UUID invoiceId, Cause cause) {

    public Bill {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a bill has at least one item");
        }
    }

    /** The same bill on another agreement: that of who pays. */
    Bill on(Agreement payers) {
        return new Bill(payers, items, day, invoiceId, cause);
    }

    /** The bill with these items. */
    Bill of(List<BillableItem> complete) {
        return complete == items ? this : new Bill(agreement, complete, day, invoiceId, cause);
    }

    /** The same bill with more on it. */
    public Bill with(List<BillableItem> more) {
        return more.isEmpty()
                ? this
                : new Bill(
                        agreement, Stream.concat(items.stream(), more.stream()).toList(), day, invoiceId, cause);
    }
}
