package io.counterfoil.ledger.receivable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.http.NextPage;
import io.counterfoil.common.money.Money;
import java.time.Instant;
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

    /** What is open on a day, by how long it is due. */
    public record Ageing(
            LocalDate asOf,
            Instant knownAt,
            List<Bucket> buckets,
            List<Aged> items,
            String nextCursor,
            List<Aged> totals)
            implements NextPage.Paged {}

    /** Days after the due date, both inclusive; without an end it has none. */
    public record Bucket(String name, Integer fromDay, Integer toDay) {}

    /** One customer in one currency of one legal entity; in a total the customer is left out. */
    public record Aged(String legalEntityId, UUID customerId, String currency, Money open, List<Money> byBucket) {}

    /** What happened on a customer's account. */
    public record Statement(UUID customerId, LocalDate from, LocalDate to, List<StatementOfCurrency> accounts) {}

    /** In one currency of one legal entity. */
    public record StatementOfCurrency(
            String legalEntityId, String currency, Money opening, List<StatementLine> lines, Money closing) {}

    /** One thing that happened; the balance is after it. */
    public record StatementLine(LocalDate date, String what, UUID itemId, String number, Money amount, Money balance) {}

    /** What a customer owes or will owe for what was delivered, and what we owe him. */
    public record Exposure(UUID customerId, List<ExposureOfCurrency> items) {}

    /** In one currency of one legal entity; the exposure is what is open and what is not billed yet. */
    public record ExposureOfCurrency(
            String legalEntityId,
            String currency,
            Money open,
            Money unbilled,
            Money exposure,
            Money unappliedCash,
            Money customerCredit) {}
}
