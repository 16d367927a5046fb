package io.counterfoil.order.catalogue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that we sell, with its treatment: the plan by which billing charges it, how its revenue is recognised, its tax
 * category and what it costs on its own.
 *
 * <p>It is published under an id of our own and lives on in versions: orders that were accepted keep the treatment that
 * they were accepted with.
 */
@Entity
@Table(name = "product")
class Product {

    @Id
    @Column(name = "product_id")
    private String productId;

    private String name;

    @Column(name = "plan_id")
    private String planId;

    @Enumerated(EnumType.STRING)
    @Column(name = "price_period")
    private PricePeriod pricePeriod;

    @Enumerated(EnumType.STRING)
    @Column(name = "revenue_treatment")
    private RevenueTreatment revenueTreatment;

    @Enumerated(EnumType.STRING)
    @Column(name = "tax_category_code")
    private TaxCategory taxCategoryCode;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "standalone_price", joinColumns = @JoinColumn(name = "product_id"))
    private List<StandalonePrice> standalonePrices = new ArrayList<>();

    @Version
    private int version;

    protected Product() {}

    Product(String productId) {
        this.productId = productId;
    }

    /** Takes new terms over; true when they differ from what was published before. */
    boolean publish(ProductTerms terms, LocalDate today, Instant now) {
        if (changedAt != null && terms.equals(terms())) {
            return false;
        }
        name = terms.name();
        planId = terms.planId();
        pricePeriod = terms.pricePeriod();
        revenueTreatment = terms.revenueTreatment();
        taxCategoryCode = terms.taxCategoryCode();
        standalonePrices.clear();
        standalonePrices.addAll(terms.standalonePrices());
        validFrom = today;
        changedAt = now;
        return true;
    }

    /** The fact, once the version has been written. */
    ProductPublished published() {
        return new ProductPublished(
                productId,
                name,
                version,
                planId,
                pricePeriod.name(),
                revenueTreatment.name(),
                taxCategoryCode.name(),
                validFrom);
    }

    ProductTerms terms() {
        return new ProductTerms(name, planId, pricePeriod, revenueTreatment, taxCategoryCode, standalonePrices);
    }

    String productId() {
        return productId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    int version() {
        return version;
    }
}
