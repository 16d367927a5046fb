package io.counterfoil.order.quote;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.intake.OrderRequest;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All quotes. */
@Dependent
class Quotes {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    Journeys journeys;

    @Inject
    Outbox outbox;

    Quote get(UUID quoteId) {
        return Optional.ofNullable(entities.find(Quote.class, quoteId))
                .orElseThrow(() -> new NotFound("quote", quoteId));
    }

    /** The quote, kept from others until the transaction ends. */
    Quote forChange(UUID quoteId) {
        Quote quote = entities.find(Quote.class, quoteId, LockModeType.PESSIMISTIC_WRITE);
        if (quote == null) {
            throw new NotFound("quote", quoteId);
        }
        return quote;
    }

    void add(Quote quote, String cause) {
        entities.persist(quote);
        journeys.begin(ProcessKind.QUOTE, quote.quoteId(), cause);
        outbox.publish(quote.changed(Correlation.current().actor()));
    }

    /** Its state changed: the move must be legal, and others are told. */
    void moved(Quote quote, String cause) {
        journeys.move(ProcessKind.QUOTE, quote.quoteId(), quote.state().name(), cause);
        outbox.publish(quote.changed(Correlation.current().actor()));
    }

    String nextNumber() {
        return numbers.next("quote_number", "Q");
    }

    /** As callers see it after a change: with the version that was written. */
    QuoteJson.View changed(Quote quote) {
        entities.flush();
        return show(quote);
    }

    /** As callers see it. */
    QuoteJson.View show(Quote quote) {
        OrderRequest request = quote.request();
        return new QuoteJson.View(
                quote.quoteId(),
                quote.quoteNumber(),
                quote.state(),
                request.legalEntityId(),
                request.currency(),
                quote.customerId(),
                quote.externalReference(),
                request.startDate(),
                request.termMonths(),
                quote.validUntil(),
                quote.net(),
                quote.figures(),
                quote.approvalReasons(),
                quote.approvers(),
                quote.approvals(),
                quote.createdBy(),
                quote.reason(),
                quote.orderId(),
                request.lines(),
                journeys.stays(ProcessKind.QUOTE, quote.quoteId()),
                quote.version());
    }

    List<Quote> after(UUID quoteId, String state, int limit) {
        List<UUID> ids = database.query(
                        """
                        select quote_id from quote
                        where (cast(? as uuid) is null or quote_id > ?) and (cast(? as text) is null or state = ?)
                        order by quote_id limit ?
                        """,
                        quoteId,
                        quoteId,
                        state,
                        state,
                        limit)
                .list(row -> row.uuid("quote_id"));
        return ids.stream().map(id -> entities.find(Quote.class, id)).toList();
    }

    /** The earliest last day of an open quote. */
    Optional<LocalDate> nextEnd() {
        return database.query("select min(valid_until) as day from quote"
                        + " where state in ('PRICING', 'AWAITING_APPROVAL', 'APPROVED')")
                .one(row -> Optional.ofNullable(row.date("day")))
                .flatMap(day -> day);
    }

    /** An open quote whose last day was before this one. */
    Optional<UUID> outlived(LocalDate today) {
        return database.query(
                        """
                        select quote_id from quote where state in ('PRICING', 'AWAITING_APPROVAL', 'APPROVED') and valid_until < ?
                        order by valid_until limit 1 for update skip locked
                        """,
                        today)
                .one(row -> row.uuid("quote_id"));
    }
}
