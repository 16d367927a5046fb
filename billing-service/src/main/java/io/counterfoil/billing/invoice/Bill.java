package io.counterfoil.billing.invoice;

import io.counterfoil.billing.subscription.OrderCharge.Item;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is to become one invoice: the items of one order that are due.
 *
 * @param day the legal entity's date: the tax point, and the issue date unless the series is ahead
 * @param invoiceId derived from the cause where a replay must give the same
 */
public record Bill(Account account, List<Item> items, LocalDate day, UUID invoiceId, Cause cause) {

    public Bill {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a bill has at least one item");
        }
    }
}
