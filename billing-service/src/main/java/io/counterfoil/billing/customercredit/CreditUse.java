package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A part of a credit that an invoice used, or (below zero) gave back.
 *
 * @param atIssue true when the invoice used it at its issue
 */
public record CreditUse(
        UUID applicationId,
        UUID creditId,
        CreditKind kind,
        UUID invoiceId,
        Money amount,
        boolean atIssue,
        LocalDate effectiveDate,
        Instant effectiveAt) {}
