package io.counterfoil.warehouse.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Facts as callers see them. */
public final class FactJson {

    private FactJson() {}

    /** Any fact: it knows where it comes from. */
    public interface Wire {
        Origin origin();
    }

    /** The event behind a fact, its place in the archive and in its producer's history. */
    public record Origin(UUID eventId, long archivePosition, long sourcePosition, @JsonIgnore String rowKey) {
        static Origin read(Row row) {
            return new Origin(
                    row.uuid("event_id"),
                    row.longValue("archive_position"),
                    row.longValue("source_position"),
                    row.text("row_key"));
        }
    }

    /** A line of an accepted order. */
    public record Booking(
            Origin origin,
            UUID orderId,
            String orderNumber,
            UUID lineId,
            int lineNumber,
            UUID contractId,
            UUID customerId,
            String channel,
            String legalEntityId,
            String productId,
            String planId,
            String revenueTreatment,
            Money amount,
            LocalDate bookedOn,
            LocalDate startDate,
            LocalDate endDate)
            implements Wire {
        static Booking read(Row row) {
            return new Booking(
                    Origin.read(row),
                    row.uuid("order_id"),
                    row.text("order_number"),
                    row.uuid("line_id"),
                    row.intValue("line_number"),
                    row.uuid("contract_id"),
                    row.uuid("customer_id"),
                    row.text("channel"),
                    row.text("legal_entity"),
                    row.text("product_id"),
                    row.text("plan_id"),
                    row.text("revenue_treatment"),
                    row.money("amount_minor", "currency"),
                    row.date("booked_on"),
                    row.date("start_date"),
                    row.date("end_date"));
        }
    }

    /** A line of an issued invoice with its tax, or what else makes up the payable amount. */
    public record Billing(
            Origin origin,
            String component,
            UUID invoiceId,
            String invoiceNumber,
            int lineNumber,
            UUID orderId,
            String orderNumber,
            UUID contractId,
            UUID customerId,
            UUID subscriptionId,
            String legalEntityId,
            String productId,
            String revenueTreatment,
            String taxCategory,
            String taxRate,
            String taxJurisdiction,
            Money netAmount,
            Money taxAmount,
            LocalDate issuedOn,
            LocalDate dueOn,
            LocalDate periodStart,
            LocalDate periodEnd)
            implements Wire {
        static Billing read(Row row) {
            BigDecimal rate = row.decimal("tax_rate");
            return new Billing(
                    Origin.read(row),
                    row.text("component"),
                    row.uuid("invoice_id"),
                    row.text("invoice_number"),
                    row.intValue("line_number"),
                    row.uuid("order_id"),
                    row.text("order_number"),
                    row.uuid("contract_id"),
                    row.uuid("customer_id"),
                    row.uuid("subscription_id"),
                    row.text("legal_entity"),
                    row.text("product_id"),
                    row.text("revenue_treatment"),
                    row.text("tax_category"),
                    rate == null ? null : rate.toPlainString(),
                    row.text("tax_jurisdiction"),
                    row.money("net_minor", "currency"),
                    row.money("tax_minor", "currency"),
                    row.date("issued_on"),
                    row.date("due_on"),
                    row.date("period_start"),
                    row.date("period_end"));
        }
    }

    /** A settled payment, or what of it was applied to an invoice. */
    public record Cash(
            Origin origin,
            String kind,
            UUID documentId,
            UUID paymentId,
            String reference,
            UUID invoiceId,
            String invoiceNumber,
            UUID customerId,
            String channel,
            String legalEntityId,
            Money amount,
            Money fee,
            LocalDate valueDate)
            implements Wire {
        static Cash read(Row row) {
            return new Cash(
                    Origin.read(row),
                    row.text("kind"),
                    row.uuid("document_id"),
                    row.uuid("payment_id"),
                    row.text("reference"),
                    row.uuid("invoice_id"),
                    row.text("invoice_number"),
                    row.uuid("customer_id"),
                    row.text("channel"),
                    row.text("legal_entity"),
                    row.money("amount_minor", "currency"),
                    optional(row, "fee_minor"),
                    row.date("value_date"));
        }
    }

    /** What takes back or gives up; what takes one of them back is below zero. */
    public record Reversal(
            Origin origin,
            String kind,
            UUID documentId,
            String documentNumber,
            UUID invoiceId,
            UUID paymentId,
            UUID customerId,
            String reasonCode,
            String legalEntityId,
            Money amount,
            LocalDate effectiveDate)
            implements Wire {
        static Reversal read(Row row) {
            return new Reversal(
                    Origin.read(row),
                    row.text("kind"),
                    row.uuid("document_id"),
                    row.text("document_number"),
                    row.uuid("invoice_id"),
                    row.uuid("payment_id"),
                    row.uuid("customer_id"),
                    row.text("reason_code"),
                    row.text("legal_entity"),
                    row.money("amount_minor", "currency"),
                    row.date("effective_on"));
        }
    }

    /** What was recognised of an obligation in a period. */
    public record Revenue(
            Origin origin,
            UUID entryId,
            UUID runId,
            UUID performanceObligationId,
            UUID contractId,
            UUID invoiceId,
            UUID invoiceLineId,
            UUID customerId,
            String legalEntityId,
            String productId,
            Money amount,
            Money remainingDeferred,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate throughDate)
            implements Wire {
        static Revenue read(Row row) {
            return new Revenue(
                    Origin.read(row),
                    row.uuid("entry_id"),
                    row.uuid("run_id"),
                    row.uuid("performance_obligation_id"),
                    row.uuid("contract_id"),
                    row.uuid("invoice_id"),
                    row.uuid("invoice_line_id"),
                    row.uuid("customer_id"),
                    row.text("legal_entity"),
                    row.text("product_id"),
                    row.money("amount_minor", "currency"),
                    optional(row, "remaining_deferred_minor"),
                    row.date("period_start"),
                    row.date("period_end"),
                    row.date("through_date"));
        }
    }

    /** A posting of a journal entry. */
    public record Journal(
            Origin origin,
            UUID entryId,
            String entryNumber,
            int lineNumber,
            String purpose,
            UUID causeEventId,
            Long causePosition,
            String documentType,
            String documentId,
            String documentNumber,
            UUID orderId,
            UUID contractId,
            UUID customerId,
            String legalEntityId,
            String account,
            String side,
            Money amount,
            LocalDate effectiveOn,
            LocalDate postedOn)
            implements Wire {
        static Journal read(Row row) {
            return new Journal(
                    Origin.read(row),
                    row.uuid("entry_id"),
                    row.text("entry_number"),
                    row.intValue("line_number"),
                    row.text("purpose"),
                    row.uuid("cause_event_id"),
                    row.longOrNull("cause_position"),
                    row.text("document_type"),
                    row.text("document_id"),
                    row.text("document_number"),
                    row.uuid("order_id"),
                    row.uuid("contract_id"),
                    row.uuid("customer_id"),
                    row.text("legal_entity"),
                    row.text("account"),
                    row.text("side"),
                    row.money("amount_minor", "currency"),
                    row.date("effective_on"),
                    row.date("posted_on"));
        }
    }

    private static Money optional(Row row, String column) {
        Long minor = row.longOrNull(column);
        return minor == null ? null : Money.ofMinor(minor, row.text("currency"));
    }
}
