package io.counterfoil.order.catalogue;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.pricing.UnitPrice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other capabilities may ask about products. */
@Dependent
public class Catalogue {

    private static final String COLUMNS =
            """
            select p.product_id, p.name, p.plan_id, p.price_period, p.revenue_treatment, p.tax_category_code,
                   s.currency, s.unit_price
            from product p left join standalone_price s on s.product_id = p.product_id
            """;

    private final Database database;

    @Inject
    Catalogue(Database database) {
        this.database = database;
    }

    /** The product under our own id. */
    public Optional<Offer> offer(String productId) {
        return offer(database.query(COLUMNS + "where p.product_id = ?", productId));
    }

    /** The product that another system's code means, if somebody has said so. */
    public Optional<Offer> mapped(String system, String externalCode) {
        return Gathering.once(Catalogue.class, List.of(system, externalCode), () -> read(system, externalCode));
    }

    private Optional<Offer> read(String system, String externalCode) {
        return offer(database.query(
                COLUMNS
                        + """
                        where p.product_id = (
                          select m.product_id from product_mapping m where m.system = ? and m.external_code = ?)
                        """,
                system,
                externalCode));
    }

    /** One row for each stand-alone price, or one without. */
    private static Optional<Offer> offer(Database.Query query) {
        Map<String, UnitPrice> prices = new HashMap<>();
        List<Offer> offers = query.list(row -> {
            if (row.text("currency") != null) {
                prices.put(row.text("currency"), new UnitPrice(row.decimal("unit_price")));
            }
            return offer(row, prices);
        });
        return offers.stream().reduce((first, last) -> last);
    }

    private static Offer offer(Row row, Map<String, UnitPrice> prices) {
        return new Offer(
                row.text("product_id"),
                row.text("name"),
                row.text("plan_id"),
                PricePeriod.valueOf(row.text("price_period")),
                RevenueTreatment.valueOf(row.text("revenue_treatment")),
                TaxCategory.valueOf(row.text("tax_category_code")),
                Map.copyOf(prices));
    }

    /** A product as an order takes it over. */
    public record Offer(
            String productId,
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategory,
            Map<String, UnitPrice> standalonePrices) {

        /** What one unit costs on its own in a currency, if that is known. */
        public Optional<UnitPrice> standalonePrice(String currency) {
            return Optional.ofNullable(standalonePrices.get(currency));
        }
    }
}
