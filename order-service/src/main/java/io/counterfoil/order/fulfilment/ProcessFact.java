package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.fulfilment.ProcessInvoice.Payment;
import io.counterfoil.order.order.HoldReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** A fact of billing or ledger that moves a process; each record has only the fields that the process reads. */
sealed interface ProcessFact {

    Map<String, Class<? extends ProcessFact>> BY_TYPE = Map.of(
            "io.counterfoil.billing.subscription.activated.v1", SubscriptionActivated.class,
            "io.counterfoil.billing.invoice.issued.v1", InvoiceIssued.class,
            "io.counterfoil.billing.invoice.paid.v1", InvoicePaid.class,
            "io.counterfoil.billing.payment.applied.v1", PaymentApplied.class,
            "io.counterfoil.billing.order.refused-by-billing.v1", OrderRefused.class,
            "io.counterfoil.ledger.journal.posted.v1", JournalPosted.class);

    /** The order concerned; null when the fact concerns none. */
    UUID orderId();

    /** Tells the process. The position is the producer's: of two words on one thing the higher one is newer. */
    void tell(QuoteToCash process, long position, Instant now);

    /** True when billing has begun with the order. */
    default boolean showsBilling() {
        return false;
    }

    record SubscriptionActivated(UUID orderId) implements ProcessFact {
        @Override
        public void tell(QuoteToCash process, long position, Instant now) {
            process.subscriptionActivated(now);
        }

        @Override
        public boolean showsBilling() {
            return true;
        }
    }

    record InvoiceIssued(UUID invoiceId, String invoiceNumber, UUID orderId, Money payableAmount, List<Line> lines)
            implements ProcessFact {
        @Override
        public void tell(QuoteToCash process, long position, Instant now) {
            process.invoiceIssued(
                    invoiceId,
                    invoiceNumber,
                    payableAmount,
                    lines.stream()
                            .map(Line::orderLineId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()),
                    now);
        }

        @Override
        public boolean showsBilling() {
            return true;
        }

        record Line(UUID orderLineId) {}
    }

    record InvoicePaid(UUID invoiceId, String invoiceNumber, UUID orderId) implements ProcessFact {
        @Override
        public void tell(QuoteToCash process, long position, Instant now) {
            process.invoicePaid(invoiceId, invoiceNumber, Payment.PAID, position);
        }
    }

    record PaymentApplied(UUID invoiceId, String invoiceNumber, UUID orderId, String invoiceState)
            implements ProcessFact {
        @Override
        public void tell(QuoteToCash process, long position, Instant now) {
            process.invoicePaid(invoiceId, invoiceNumber, payment(), position);
        }

        private Payment payment() {
            return switch (invoiceState) {
                case "PAID" -> Payment.PAID;
                case "PARTIALLY_PAID" -> Payment.PARTIALLY_PAID;
                default -> Payment.UNPAID;
            };
        }
    }

    record OrderRefused(UUID orderId, String reasonCode, String reason, String owner, String remedy)
            implements ProcessFact {
        @Override
        public void tell(QuoteToCash process, long position, Instant now) {
            process.hold(why(), now);
        }

        /** Billing keeps the exception; it goes on when billing is heard of again. */
        HoldReason why() {
            return new HoldReason(reasonCode, reason, owner, remedy, null);
        }
    }

    record JournalPosted(String purpose, String documentType, String documentId, String documentNumber, UUID orderId)
            implements ProcessFact {
        @Override
        public void tell(QuoteToCash process, long position, Instant now) {
            if ("INVOICE".equals(documentType) && "INVOICE".equals(purpose)) {
                process.invoicePosted(UUID.fromString(documentId), documentNumber, now);
            }
        }
    }
}
