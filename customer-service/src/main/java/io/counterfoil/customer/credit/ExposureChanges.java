package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a run of facts changes in exposures, each order and invoice once. In the order of their ids, so that two who write the
 * same ones never wait for each other in a circle.
 */
final class ExposureChanges {

    /** Of an order that nobody told of before it ended; no currency by ISO 4217, so that it never counts. */
    private static final String NO_CURRENCY = "XXX";

    private final Map<UUID, Commitment> orders = new TreeMap<>();
    private final Map<UUID, Receivable> invoices = new TreeMap<>();
    private final Map<UUID, Taxed> taxes = new TreeMap<>();
    private final Map<UUID, Cash> payments = new TreeMap<>();

    /** What was ordered, what changed of that since, and what is not to be billed any more: 0 and false where nothing is said. */
    record Commitment(
            UUID orderId,
            UUID customerId,
            String currency,
            long valueMinor,
            long amendedMinor,
            long invoicedMinor,
            long taxedMinor,
            boolean activated,
            boolean ended) {

        /** Whose it is and its currency the order knows best: what is billed of it may go to another. */
        private Commitment and(Commitment later) {
            boolean better = later.valueMinor != 0;
            return new Commitment(
                    orderId,
                    better ? later.customerId : customerId,
                    better || currency.equals(NO_CURRENCY) ? later.currency : currency,
                    later.valueMinor == 0 ? valueMinor : later.valueMinor,
                    amendedMinor + later.amendedMinor,
                    invoicedMinor + later.invoicedMinor,
                    taxedMinor + later.taxedMinor,
                    activated || later.activated,
                    ended || later.ended);
        }
    }

    /** An invoice, or what is open of it at that position of billing's history. */
    record Receivable(UUID invoiceId, UUID customerId, String currency, long openMinor, long position) {

        private Receivable and(Receivable other) {
            return other.position > position ? other : this;
        }
    }

    /** How a customer was taxed at that position of billing's history. */
    record Taxed(UUID customerId, long netMinor, long taxMinor, long position) {

        private Taxed and(Taxed other) {
            return other.position > position ? other : this;
        }
    }

    /** So much more of a payment is unapplied, or less; whose it is may not be known. */
    record Cash(UUID paymentId, UUID customerId, String currency, long unappliedMinor) {

        private Cash and(Cash later) {
            return new Cash(
                    paymentId,
                    customerId == null ? later.customerId : customerId,
                    currency,
                    unappliedMinor + later.unappliedMinor);
        }
    }

    Collection<Taxed> taxes() {
        return taxes.values();
    }

    Collection<Cash> payments() {
        return payments.values();
    }

    Collection<Commitment> orders() {
        return orders.values();
    }

    Collection<Receivable> invoices() {
        return invoices.values();
    }

    /** An invoice, or what is open of it now; an older word than the last one says nothing. */
    void open(UUID invoiceId, UUID customerId, String currency, long openMinor, long position) {
        invoices.merge(
                invoiceId, new Receivable(invoiceId, customerId, currency, openMinor, position), Receivable::and);
    }

    void accepted(UUID orderId, UUID customerId, Money value) {
        add(new Commitment(orderId, customerId, value.currency(), value.minor(), 0, 0, 0, false, false));
    }

    /** So much more is to be billed of it, or less. */
    void amended(UUID orderId, UUID customerId, Money more) {
        add(new Commitment(orderId, customerId, more.currency(), 0, more.minor(), 0, 0, false, false));
    }

    void invoiced(UUID orderId, UUID customerId, Money net, Money tax) {
        add(new Commitment(orderId, customerId, net.currency(), 0, 0, net.minor(), tax.minor(), false, false));
    }

    /** How the customer was taxed last: what it has ordered is expected to be taxed alike. */
    void taxed(UUID customerId, Money net, Money tax, long position) {
        if (net.isPositive()) {
            taxes.merge(customerId, new Taxed(customerId, net.minor(), tax.minor(), position), Taxed::and);
        }
    }

    void cash(UUID paymentId, UUID customerId, Money more) {
        if (!more.isZero()) {
            payments.merge(paymentId, new Cash(paymentId, customerId, more.currency(), more.minor()), Cash::and);
        }
    }

    void activated(UUID orderId, UUID customerId, String currency) {
        add(new Commitment(orderId, customerId, currency, 0, 0, 0, 0, true, false));
    }

    /** Nothing more will be billed of it. */
    void ended(UUID orderId, UUID customerId) {
        add(new Commitment(orderId, customerId, NO_CURRENCY, 0, 0, 0, 0, false, true));
    }

    private void add(Commitment commitment) {
        orders.merge(commitment.orderId(), commitment, Commitment::and);
    }
}
