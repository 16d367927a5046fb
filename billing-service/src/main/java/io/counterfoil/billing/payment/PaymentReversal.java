package io.counterfoil.billing.payment;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A part of an application that was taken back; below zero where it was given again.
 *
 * @param actId the refund, dispute or other act that did it
 * @param reopens true when the invoice owes it again
 */
record PaymentReversal(
        UUID reversalId,
        UUID applicationId,
        UUID paymentId,
        UUID invoiceId,
        UUID actId,
        ReversalCause cause,
        boolean reopens,
        Money amount,
        Money discount,
        Money difference,
        LocalDate effectiveDate,
        Instant effectiveAt) {}
