package io.counterfoil.billing.invoice;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What settles a part of an invoice, or (below zero) opens it again. Appended once; all of an invoice together are what is
 * not open any more.
 *
 * @param sourceId the payment, credit, credit memo or other document that does it
 */
public record Settlement(
        UUID settlementId,
        UUID invoiceId,
        Kind kind,
        Money amount,
        UUID sourceId,
        LocalDate effectiveDate,
        Instant effectiveAt) {

    /** By what an invoice is settled. */
    public enum Kind {
        /** Money. */
        CASH,
        /** A cash discount that was taken. */
        DISCOUNT,
        /** A small difference that was accepted. */
        DIFFERENCE,
        /** Customer credit. */
        CUSTOMER_CREDIT,
        /** A credit memo. */
        CREDIT_MEMO,
        /** It was given up. */
        WRITE_OFF,
        /** The invoice counts no longer. */
        VOID,
        /** A negative invoice became credit of the customer. */
        BALANCE
    }

    /** A settlement whose id follows from the act and what it does to the invoice. */
    public static Settlement of(
            UUID act, Invoice invoice, Kind kind, Money amount, UUID sourceId, LocalDate day, Instant at) {
        UUID id = EventIds.derived(act, "settlement " + kind + " " + invoice.invoiceId());
        return new Settlement(id, invoice.invoiceId(), kind, amount, sourceId, day, at);
    }
}
