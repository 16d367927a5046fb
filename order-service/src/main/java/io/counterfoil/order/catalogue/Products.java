package io.counterfoil.order.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.pricing.StandalonePrice;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every version of every product there was, is, or is proposed. */
@Dependent
class Products implements Revisions.Shelf<String, ProductVersion> {

    private static final String NEWEST_FIRST = " order by version desc limit 1";

    private final Database database;

    @Inject
    Products(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public void lock(String productId) {
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 60)) is null as held", "product " + productId)
                .one(row -> row.bool("held"));
    }

    @Override
    public Optional<ProductVersion> newest(String productId) {
        return database.query("select * from product_version where product_id = ?" + NEWEST_FIRST, productId)
                .one(Products::read);
    }

    /** What was approved and holds on that day. */
    Optional<ProductVersion> asOf(String productId, LocalDate day) {
        return database.query(
                        """
                        select * from product_version
                        where product_id = ? and state = 'APPROVED' and valid_from <= ?
                        order by valid_from desc, version desc limit 1
                        """,
                        productId,
                        day)
                .one(Products::read)
                .filter(found -> found.revision().validTo() == null
                        || found.revision().validTo().isAfter(day));
    }

    List<ProductVersion> after(String productId, int limit) {
        return database.query(
                        """
                        select distinct on (product_id) * from product_version where product_id > ?
                        order by product_id, version desc limit ?
                        """,
                        productId,
                        limit)
                .list(Products::read);
    }

    List<ProductVersion> versions(String productId, long after, int limit) {
        return database.query(
                        "select * from product_version where product_id = ? and version > ? order by version limit ?",
                        productId,
                        after,
                        limit)
                .list(Products::read);
    }

    @Override
    public void propose(ProductVersion wanted) {
        Revision revision = wanted.revision();
        database.update(
                """
                update product_version set state = 'REPLACED', decided_by = ?, decided_at = ?
                where product_id = ? and state = 'PROPOSED'
                """,
                revision.proposedBy(),
                revision.proposedAt(),
                wanted.productId());
        ProductTerms terms = wanted.terms();
        database.update(
                """
                insert into product_version (product_id, version, name, plan_id, price_period, revenue_treatment, tax_category_code,
                  standalone_prices, erp_items, components, valid_from, valid_to, state, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                wanted.productId(),
                revision.version(),
                terms.name(),
                terms.planId(),
                terms.pricePeriod(),
                terms.revenueTreatment(),
                terms.taxCategoryCode(),
                new AsColumn(Json.write(
                        terms.standalonePrices().stream().map(StoredPrice::of).toList())),
                new AsColumn(Json.write(terms.erpItems())),
                new AsColumn(Json.write(terms.components())),
                revision.validFrom(),
                revision.validTo(),
                revision.state(),
                revision.proposedBy(),
                revision.proposedAt());
    }

    @Override
    public void decide(ProductVersion decided) {
        Revision revision = decided.revision();
        database.update(
                """
                update product_version set state = ?, valid_from = ?, decided_by = ?, decided_at = ?
                where product_id = ? and version = ?
                """,
                revision.state(),
                revision.validFrom(),
                revision.decidedBy(),
                revision.decidedAt(),
                decided.productId(),
                revision.version());
    }

    static ProductVersion read(Row row) {
        return new ProductVersion(row.text("product_id"), terms(row), Revision.of(row));
    }

    private static ProductTerms terms(Row row) {
        String treatment = row.text("revenue_treatment");
        String category = row.text("tax_category_code");
        return new ProductTerms(
                row.text("name"),
                row.text("plan_id"),
                PricePeriod.valueOf(row.text("price_period")),
                treatment == null ? null : RevenueTreatment.valueOf(treatment),
                category == null ? null : TaxCategory.valueOf(category),
                Arrays.stream(json(row.text("standalone_prices"), StoredPrice[].class))
                        .map(StoredPrice::value)
                        .toList(),
                List.of(json(row.text("erp_items"), ProductTerms.ErpItem[].class)),
                List.of(json(row.text("components"), ProductTerms.Component[].class)));
    }

    private static <T> T json(String text, Class<T> type) {
        try {
            return Json.lenient().readValue(text, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a product in the database is no JSON", corrupt);
        }
    }

    /** A price as it is stored. */
    record StoredPrice(String currency, String unitPrice) {

        static StoredPrice of(StandalonePrice price) {
            return new StoredPrice(price.currency(), price.unitPrice().toString());
        }

        StandalonePrice value() {
            return new StandalonePrice(currency, UnitPrice.of(unitPrice));
        }
    }
}
