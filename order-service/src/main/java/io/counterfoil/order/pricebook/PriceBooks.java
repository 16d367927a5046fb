package io.counterfoil.order.pricebook;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All price books. */
@Dependent
class PriceBooks {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    Optional<PriceBook> find(String priceBookId) {
        return Optional.ofNullable(entities.find(PriceBook.class, priceBookId));
    }

    Optional<PriceBook> findForChange(String priceBookId) {
        return Optional.ofNullable(entities.find(PriceBook.class, priceBookId, LockModeType.PESSIMISTIC_WRITE));
    }

    PriceBook added(PriceBook book) {
        entities.persist(book);
        return written(book);
    }

    /** Writes what changed, so that the version is the one that the caller is told. */
    PriceBook written(PriceBook book) {
        entities.flush();
        return book;
    }

    List<PriceBook> after(String priceBookId, int limit) {
        return entities.createQuery(
                        "select b from PriceBook b where b.priceBookId > :after order by b.priceBookId",
                        PriceBook.class)
                .setParameter("after", priceBookId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Another book that speaks for just the same at some time of this one's. */
    Optional<String> speakingFor(BookScope scope, String exceptBookId) {
        PriceScope whom = scope.whom();
        return database.query(
                        """
                        select price_book_id from price_book
                        where legal_entity_id is not distinct from cast(? as text) and region is not distinct from cast(? as text)
                          and segment is not distinct from cast(? as text) and channel is not distinct from cast(? as text)
                          and (valid_to is null or cast(? as date) is null or valid_to > ?)
                          and (valid_from is null or cast(? as date) is null or valid_from < ?)
                          and price_book_id <> ?
                        """,
                        whom.legalEntityId(),
                        whom.region(),
                        whom.segment(),
                        whom.channel(),
                        scope.validFrom(),
                        scope.validFrom(),
                        scope.validTo(),
                        scope.validTo(),
                        exceptBookId)
                .one(row -> row.text("price_book_id"));
    }

    /** For each product the price of the book that speaks most closely: by entity, then channel, segment, region. */
    Map<String, ListedPrice> listed(PriceScope scope, Collection<String> productIds, String currency, LocalDate asOf) {
        Map<String, ListedPrice> found = new HashMap<>();
        database.query(
                        """
                        select distinct on (e.product_id) e.*
                        from price_entry e join price_book b on b.price_book_id = e.price_book_id
                        where e.product_id = any(?) and e.currency = ?
                          and (b.legal_entity_id is null or b.legal_entity_id = cast(? as text))
                          and (b.region is null or b.region = cast(? as text))
                          and (b.segment is null or b.segment = cast(? as text))
                          and (b.channel is null or b.channel = cast(? as text))
                          and (b.valid_from is null or b.valid_from <= ?) and (b.valid_to is null or b.valid_to > ?)
                        order by e.product_id, b.legal_entity_id nulls last, b.channel nulls last, b.segment nulls last,
                                 b.region nulls last, b.valid_from desc nulls last
                        """,
                        productIds,
                        currency,
                        scope.legalEntityId(),
                        scope.region(),
                        scope.segment(),
                        scope.channel(),
                        asOf,
                        asOf)
                .list(row -> Map.entry(row.text("product_id"), listed(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Whether any book that speaks for the legal entity has a price in the currency. */
    boolean sells(String legalEntityId, String currency, LocalDate asOf) {
        return database.query(
                        """
                        select 1 from price_book b
                        where (b.legal_entity_id is null or b.legal_entity_id = ?)
                          and (b.valid_from is null or b.valid_from <= ?) and (b.valid_to is null or b.valid_to > ?)
                          and exists (select 1 from price_entry e where e.price_book_id = b.price_book_id and e.currency = ?)
                        limit 1
                        """,
                        legalEntityId,
                        asOf,
                        asOf,
                        currency)
                .one(row -> true)
                .orElse(false);
    }

    private static ListedPrice listed(Row row) {
        return new ListedPrice(
                row.text("price_book_id"),
                new UnitPrice(row.decimal("unit_price")),
                new ToleratedShare(row.decimal("tolerance")),
                row.decimal("floor_price") == null ? null : new UnitPrice(row.decimal("floor_price")),
                row.decimal("max_discount") == null ? null : new ToleratedShare(row.decimal("max_discount")),
                row.decimal("unit_cost") == null ? null : new UnitPrice(row.decimal("unit_cost")),
                row.decimal("min_margin") == null ? null : new ToleratedShare(row.decimal("min_margin")));
    }
}
