package io.counterfoil.ledger.explain;

import io.counterfoil.common.http.NextPage;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Where a figure comes from.
 *
 * @param amounts the figure itself, one for each currency
 * @param items what it is made of
 */
public record ExplanationJson(String figure, List<Money> amounts, List<Item> items, String nextCursor)
        implements NextPage.Paged {

    /** One posting, or one slice of a schedule, with all that led to it. */
    public record Item(
            Money amount, Entry entry, Rule rule, Event event, Document document, Invoice invoice, Order order) {}

    /** The journal entry. */
    public record Entry(
            UUID entryId,
            String entryNumber,
            String purpose,
            String account,
            String accountName,
            String side,
            LocalDate effectiveDate,
            LocalDate postingDate,
            boolean late,
            Instant recordedAt) {}

    /** By which rule it was made; absent for what people entered. */
    public record Rule(String ruleId, Long version) {}

    /** What caused it. */
    public record Event(UUID eventId, String type, Long position, String correlationId) {}

    /** What it is about. */
    public record Document(String type, UUID documentId, String number, UUID customerId, UUID contractId) {}

    /** The invoice behind it, and its line where it is about one. */
    public record Invoice(UUID invoiceId, String invoiceNumber, UUID invoiceLineId) {}

    /** The order behind it, and where that came from: the opportunity. */
    public record Order(UUID orderId, String orderNumber, String channel, String referenceSystem, String referenceId) {}
}
