package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Products on the wire. */
public final class ProductJson {

    private ProductJson() {}

    /** What one unit costs on its own in a currency. */
    public record Price(String currency, String unitPrice) {}

    /** What is sent to publish a product. */
    public record Terms(
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategoryCode,
            List<Price> standaloneSellingPrices) {

        ProductTerms toTerms() {
            List<FieldError> errors = new ArrayList<>();
            require(name != null && !name.isBlank(), "/name", errors);
            require(planId != null && !planId.isBlank(), "/planId", errors);
            require(pricePeriod != null, "/pricePeriod", errors);
            require(revenueTreatment != null, "/revenueTreatment", errors);
            require(taxCategoryCode != null, "/taxCategoryCode", errors);
            List<StandalonePrice> prices = prices(errors);
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            return new ProductTerms(name, planId, pricePeriod, revenueTreatment, taxCategoryCode, prices);
        }

        private List<StandalonePrice> prices(List<FieldError> errors) {
            List<StandalonePrice> read = new ArrayList<>();
            Set<String> currencies = new HashSet<>();
            List<Price> given = standaloneSellingPrices == null ? List.of() : standaloneSellingPrices;
            for (int i = 0; i < given.size(); i++) {
                String at = "/standaloneSellingPrices/" + i;
                try {
                    Money.decimals(given.get(i).currency());
                    read.add(new StandalonePrice(
                            given.get(i).currency(), UnitPrice.of(given.get(i).unitPrice())));
                    if (!currencies.add(given.get(i).currency())) {
                        errors.add(new FieldError(
                                at, "is a second price in " + given.get(i).currency()));
                    }
                } catch (Refusal wrong) {
                    errors.add(new FieldError(at, wrong.getMessage()));
                }
            }
            return read;
        }

        private static void require(boolean present, String pointer, List<FieldError> errors) {
            if (!present) {
                errors.add(new FieldError(pointer, "is required"));
            }
        }
    }

    /** A product as it is. */
    public record Product(
            String productId,
            int version,
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategoryCode,
            List<Price> standaloneSellingPrices,
            LocalDate validFrom) {

        static Product of(io.counterfoil.order.catalogue.Product product) {
            ProductTerms terms = product.terms();
            List<Price> prices = terms.standalonePrices().stream()
                    .map(p -> new Price(p.currency(), p.unitPrice().text(p.currency())))
                    .toList();
            return new Product(
                    product.productId(),
                    product.version(),
                    terms.name(),
                    terms.planId(),
                    terms.pricePeriod(),
                    terms.revenueTreatment(),
                    terms.taxCategoryCode(),
                    prices,
                    product.validFrom());
        }
    }
}
