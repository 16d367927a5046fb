package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;

/**
 * Money that went away of a payment (or came back to it), and where from.
 *
 * @param fromUnapplied out of what settled nothing
 * @param taken off invoices
 */
public record Withdrawal(Payment payment, Money fromUnapplied, List<Taken> taken) {

    /**
     * What went off one invoice.
     *
     * @param invoice as it stands afterwards
     */
    public record Taken(UUID applicationId, Invoice invoice, Money amount, Money discount, Money difference) {}
}
