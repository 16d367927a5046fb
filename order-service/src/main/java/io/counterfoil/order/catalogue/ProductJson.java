package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.catalogue.ProductTerms.Component;
import io.counterfoil.order.catalogue.ProductTerms.ErpItem;
import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.RevisionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Products on the wire. */
public final class ProductJson {

    private static final int MOST_PRODUCTS = 1000;

    private ProductJson() {}

    /** What one unit costs on its own in a currency. */
    public record Price(String currency, String unitPrice) {}

    /** What is sent to propose a product. */
    public record Terms(
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategoryCode,
            List<Price> standaloneSellingPrices,
            List<ErpItem> erpItems,
            List<Component> components,
            LocalDate validFrom,
            LocalDate validTo) {

        ProductTerms toTerms() {
            return new ProductCheck(this).terms();
        }
    }

    /** One of many products that are proposed at once. */
    public record Row(String productId, Terms terms) {}

    /** Products to be proposed; each stands for itself. */
    public record Import(List<Row> products) {

        List<Row> rows() {
            if (products == null || products.isEmpty() || products.size() > MOST_PRODUCTS) {
                throw new Invalid("/products", "must be from 1 to " + MOST_PRODUCTS);
            }
            return products;
        }
    }

    /** One version that somebody looked at. */
    public record Reference(String productId, Integer version) {}

    /** Versions that are approved together. */
    public record Approval(List<Reference> products) {

        List<Reference> references() {
            if (products == null || products.isEmpty() || products.size() > MOST_PRODUCTS) {
                throw new Invalid("/products", "must be from 1 to " + MOST_PRODUCTS);
            }
            for (int i = 0; i < products.size(); i++) {
                if (products.get(i).productId() == null || products.get(i).version() == null) {
                    throw new Invalid("/products/" + i, "needs productId and version");
                }
            }
            return products;
        }
    }

    /** What became of many: what was proposed waits for another person, what was refused is named. */
    public record Report(
            int proposed, int unchanged, int refused, List<Reference> proposals, List<FieldError> errors) {}

    /** Several versions. */
    public record Products(List<Product> items) {}

    /** A version of a product. */
    public record Product(
            String productId,
            int version,
            RevisionState state,
            String name,
            String planId,
            PricePeriod pricePeriod,
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategoryCode,
            List<Price> standaloneSellingPrices,
            List<ErpItem> erpItems,
            List<Component> components,
            LocalDate validFrom,
            LocalDate validTo,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt) {

        static Product of(ProductVersion product) {
            ProductTerms terms = product.terms();
            Revision revision = product.revision();
            List<Price> prices = terms.standalonePrices().stream()
                    .map(p -> new Price(p.currency(), p.unitPrice().text(p.currency())))
                    .toList();
            return new Product(
                    product.productId(),
                    revision.version(),
                    revision.state(),
                    terms.name(),
                    terms.planId(),
                    terms.pricePeriod(),
                    terms.revenueTreatment(),
                    terms.taxCategoryCode(),
                    prices,
                    terms.erpItems(),
                    terms.components(),
                    revision.validFrom(),
                    revision.validTo(),
                    revision.proposedBy(),
                    revision.proposedAt(),
                    revision.decidedBy(),
                    revision.decidedAt());
        }
    }
}
