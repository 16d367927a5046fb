package io.counterfoil.order.pricing;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
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

    /** The other book that already speaks for the legal entity (or, with null, for all without one). */
    Optional<String> speakingFor(String legalEntityId, String exceptBookId) {
        return database.query(
                        """
                        select price_book_id from price_book
                        where legal_entity_id is not distinct from cast(? as text) and price_book_id <> ?
                        """,
                        legalEntityId,
                        exceptBookId)
                .one(row -> row.text("price_book_id"));
    }

    /** The price of the legal entity's own book, else that of the book for all. */
    Optional<PriceEntry> listed(String legalEntityId, String productId, String currency) {
        return database.query(
                        """
                        select e.product_id, e.currency, e.unit_price, e.tolerance
                        from price_entry e join price_book b on b.price_book_id = e.price_book_id
                        where e.product_id = ? and e.currency = ? and (b.legal_entity_id = ? or b.legal_entity_id is null)
                        order by b.legal_entity_id nulls last
                        limit 1
                        """,
                        productId,
                        currency,
                        legalEntityId)
                .one(row -> new PriceEntry(
                        row.text("product_id"),
                        row.text("currency"),
                        new UnitPrice(row.decimal("unit_price")),
                        new ToleratedShare(row.decimal("tolerance"))));
    }
}
