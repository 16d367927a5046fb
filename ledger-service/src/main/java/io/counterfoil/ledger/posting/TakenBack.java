package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.UnreadableEvent;
import io.counterfoil.common.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a document of billing takes back of others, and which ids it brings itself.
 *
 * @param allowancesCharges they are lines too
 * @param settlement of a memo; what it gives elsewhere than to its invoice is money of the customer and can't be passed over
 */
record TakenBack(
        UUID invoiceId,
        UUID creditMemoId,
        Money payableAmount,
        List<Line> lines,
        List<Line> allowancesCharges,
        Settlement settlement) {

    private static final String BILLING = "io.counterfoil.billing.";
    private static final String INVOICE = BILLING + "invoice.issued.v1";
    private static final String MEMO = BILLING + "creditmemo.issued.v1";
    private static final String INVOICE_VOIDED = BILLING + "invoice.voided.v1";
    private static final String MEMO_VOIDED = BILLING + "creditmemo.voided.v1";

    /** The documents that may take something back. */
    static final Set<String> TYPES = Set.of(INVOICE, MEMO, INVOICE_VOIDED, MEMO_VOIDED);

    record Line(UUID lineId, UUID originalLineId, Money lineNetAmount) {

        private boolean isWorthNothing() {
            return lineNetAmount == null || lineNetAmount.isZero();
        }
    }

    record Settlement(Money toCustomerCredit, Money toRefund, Money external) {

        private boolean staysWithInvoice() {
            return Stream.of(toCustomerCredit, toRefund, external).allMatch(each -> each == null || each.isZero());
        }
    }

    TakenBack {
        lines = lines == null ? List.of() : lines;
        allowancesCharges = allowancesCharges == null ? List.of() : allowancesCharges;
    }

    /** Null where it can't be read: whoever posts it will say so. */
    static TakenBack of(Envelope event) {
        try {
            return event.dataAs(TakenBack.class);
        } catch (UnreadableEvent unreadable) {
            return null;
        }
    }

    UUID documentId() {
        return creditMemoId == null ? invoiceId : creditMemoId;
    }

    /** The document and its lines, by which others may take it back. */
    Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>(Set.of(documentId()));
        Stream.of(lines, allowancesCharges)
                .flatMap(List::stream)
                .map(Line::lineId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids;
    }

    /** Of what else: documents that it voids, or lines that it takes back. */
    Set<UUID> taken(String type) {
        return switch (type) {
            case INVOICE_VOIDED, MEMO_VOIDED -> Set.of(documentId());
            default -> {
                Set<UUID> originals = new HashSet<>();
                lines.stream()
                        .map(Line::originalLineId)
                        .filter(Objects::nonNull)
                        .forEach(originals::add);
                yield originals;
            }
        };
    }

    /** Whether it does nothing else than to take these back. */
    boolean takesOnly(String type, Set<UUID> unposted) {
        boolean ofLines = lines.stream()
                .filter(line -> !line.isWorthNothing())
                .allMatch(line -> line.originalLineId() != null && unposted.contains(line.originalLineId()));
        return switch (type) {
            case INVOICE_VOIDED -> unposted.contains(invoiceId);
            case MEMO_VOIDED -> unposted.contains(creditMemoId) && staysWithInvoice();
            case MEMO -> ofLines && staysWithInvoice();
            default -> ofLines && payableAmount != null && payableAmount.isNegative();
        };
    }

    private boolean staysWithInvoice() {
        return settlement == null || settlement.staysWithInvoice();
    }
}
