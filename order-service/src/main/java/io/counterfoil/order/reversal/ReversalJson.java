package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.journey.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reversals on the wire. */
public final class ReversalJson {

    private static final int LONGEST_REASON = 500;

    private ReversalJson() {}

    static String shortened(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /**
     * What is wanted.
     *
     * @param effectiveDate of a cancellation: the first day that is not served; today when absent
     * @param invoiceId of a return: whose lines come back
     * @param lines of a return
     * @param refund of a return: how money goes back; what is owed is kept as credit when absent
     */
    public record Request(
            UUID orderId,
            ReversalKind kind,
            LocalDate effectiveDate,
            UUID invoiceId,
            List<Line> lines,
            RefundBy refund,
            String reason) {

        /** Refuses it naming all fields that are wrong. */
        void check() {
            List<FieldError> errors = new ArrayList<>();
            require(orderId != null, "/orderId", "is required", errors);
            require(kind != null, "/kind", "is required", errors);
            require(
                    reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON,
                    "/reason",
                    "must have from 1 to " + LONGEST_REASON + " characters",
                    errors);
            if (kind == ReversalKind.RETURN) {
                require(invoiceId != null, "/invoiceId", "is required for a return", errors);
                require(
                        lines != null
                                && !lines.isEmpty()
                                && lines.stream().allMatch(line -> line != null && line.lineId() != null),
                        "/lines",
                        "must name at least one line of the invoice",
                        errors);
                require(
                        lines == null || lines.stream().allMatch(Request::comesInPieces),
                        "/lines",
                        "must have a quantity from 0, where there is one",
                        errors);
                require(
                        refund == null || (refund.paymentId() == null) != (refund.channel() == null),
                        "/refund",
                        "must have either paymentId or channel",
                        errors);
            } else {
                require(lines == null && invoiceId == null && refund == null, "/lines", "are for a return", errors);
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }

        private static boolean comesInPieces(Line line) {
            return line == null || line.quantity() == null || line.quantity() >= 0;
        }

        private static void require(boolean holds, String pointer, String detail, List<FieldError> errors) {
            if (!holds) {
                errors.add(new FieldError(pointer, detail));
            }
        }
    }

    /**
     * A line of an invoice that comes back; all that is left of it where no amount is given.
     *
     * @param quantity how many pieces come back into stock; when absent all of the line's, or none where an amount is given
     */
    public record Line(UUID lineId, Money netAmount, Long quantity) {

        /** A line of which nothing is said of pieces. */
        public Line(UUID lineId, Money netAmount) {
            this(lineId, netAmount, null);
        }
    }

    /** How money goes back: out of a payment through the gateway, or by another channel. */
    public record RefundBy(UUID paymentId, String channel) {}

    /** What a second person decides. */
    public record Decision(Boolean authorised) {}

    /**
     * A document that came of it.
     *
     * @param type INVOICE, CREDIT_MEMO or REFUND
     * @param refused true where it was turned down in billing-service, and will never be posted; else absent
     */
    public record Document(UUID documentId, String type, Money amount, boolean posted, Boolean refused) {

        /** One that was just made. */
        Document(UUID documentId, String type, Money amount, boolean posted) {
            this(documentId, type, amount, posted, null);
        }

        Document inTheBooks() {
            return new Document(documentId, type, amount, true, null);
        }

        Document turnedDown() {
            return new Document(documentId, type, amount, false, true);
        }

        boolean wasRefused() {
            return Boolean.TRUE.equals(refused);
        }

        boolean isOpen() {
            return !posted && !wasRefused();
        }
    }

    /** A reversal as it is. */
    public record View(
            UUID reversalId,
            String reversalNumber,
            ReversalKind kind,
            ReversalState state,
            UUID orderId,
            UUID contractId,
            UUID customerId,
            LocalDate effectiveDate,
            Request wanted,
            List<Document> documents,
            String createdBy,
            String decidedBy,
            String correlationId,
            List<Stay> states,
            int version) {}
}
