package io.counterfoil.ledger.receivable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.http.NextPage;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An invoice and what is open of it. */
public record ReceivableJson(
        UUID invoiceId,
        String invoiceNumber,
        String legalEntityId,
        UUID customerId,
        UUID contractId,
        UUID orderId,
        LocalDate issueDate,
        LocalDate dueDate,
        Money amount,
        Money applied,
        Money open) {

    /** With the cash that settled it. */
    public record WithApplications(@JsonUnwrapped ReceivableJson receivable, List<Application> applications) {}

    /** Cash that was applied to it. */
    public record Application(
            UUID applicationId, UUID paymentId, LocalDate effectiveDate, Money amount, boolean fromUnapplied) {}

    /** What is open in one currency of one legal entity. */
    public record Total(String legalEntityId, String currency, long count, Money amount, Money applied, Money open) {}

    /** A page, with the totals of all pages. */
    public record TotalledPage(List<ReceivableJson> items, String nextCursor, List<Total> totals)
            implements NextPage.Paged {}
}
