package io.counterfoil.order.order;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.RevenueTreatment;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.contract.ContractTerms;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.terms.AcceptableLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One line of an order, with the treatment that its product had when it was validated. */
@Entity
@Table(name = "order_line")
class OrderLine {

    @Id
    @Column(name = "line_id")
    private UUID lineId;

    @ManyToOne
    @JoinColumn(name = "order_id")
    private Order order;

    @Column(name = "line_number")
    private int lineNumber;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "plan_id")
    private String planId;

    private String description;

    private Quantity quantity;

    @Column(name = "unit_price")
    private UnitPrice unitPrice;

    private String currency;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Column(name = "performance_obligation_id")
    private UUID performanceObligationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "revenue_treatment")
    private RevenueTreatment revenueTreatment;

    @Enumerated(EnumType.STRING)
    @Column(name = "tax_category_code")
    private TaxCategory taxCategoryCode;

    @Column(name = "standalone_price_minor")
    private long standalonePriceMinor;

    @Column(name = "standalone_price_known")
    private boolean standalonePriceKnown;

    @Column(name = "line_total_minor")
    private long lineTotalMinor;

    @Column(name = "bundle_id")
    private String bundleId;

    @Column(name = "bundle_place")
    private Integer bundlePlace;

    @Column(name = "bundle_price_minor")
    private Long bundlePriceMinor;

    @Version
    private int version;

    protected OrderLine() {}

    OrderLine(Order order, int lineNumber, AcceptableLine line) {
        this.order = order;
        this.lineNumber = lineNumber;
        lineId = EventIds.derived(order.orderId(), "line-" + lineNumber);
        performanceObligationId = EventIds.derived(order.orderId(), "obligation-" + lineNumber);
        productId = line.offer().productId();
        productName = line.offer().name();
        planId = line.offer().planId();
        description = line.description();
        quantity = line.quantity();
        unitPrice = line.unitPrice();
        currency = line.lineTotal().currency();
        startDate = line.startDate();
        endDate = line.endDate();
        revenueTreatment = line.offer().revenueTreatment();
        taxCategoryCode = line.offer().taxCategory();
        standalonePriceMinor = line.standaloneSellingPrice().minor();
        standalonePriceKnown = line.standalonePriceKnown();
        lineTotalMinor = line.lineTotal().minor();
        if (line.bundle() != null) {
            bundleId = line.bundle().bundleId();
            bundlePlace = line.bundle().place();
            bundlePriceMinor =
                    line.bundle().price() == null ? null : line.bundle().price().minor();
        }
    }

    /** As the fact of acceptance tells it. */
    OrderAccepted.Line accepted() {
        return new OrderAccepted.Line(
                lineId,
                lineNumber,
                productId,
                productName,
                planId,
                quantity.toString(),
                unitPrice.text(currency),
                startDate,
                endDate,
                performanceObligationId,
                revenueTreatment.name(),
                taxCategoryCode.name(),
                standaloneSellingPrice(),
                lineTotal());
    }

    ContractTerms.Promise promise() {
        return new ContractTerms.Promise(
                performanceObligationId,
                lineId,
                productId,
                revenueTreatment.name(),
                lineTotal(),
                standaloneSellingPrice(),
                standalonePriceKnown,
                startDate,
                endDate);
    }

    /** What the lines of each bundle regularly cost together, where somebody has said so. */
    static List<ContractTerms.Together> soldTogether(List<OrderLine> lines) {
        Map<Integer, List<OrderLine>> bundles = new TreeMap<>();
        lines.stream()
                .filter(line -> line.bundlePriceMinor != null)
                .forEach(line -> bundles.computeIfAbsent(line.bundlePlace, first -> new ArrayList<>())
                        .add(line));
        return bundles.values().stream()
                .filter(bundle -> bundle.size() > 1)
                .map(OrderLine::together)
                .toList();
    }

    private static ContractTerms.Together together(List<OrderLine> bundle) {
        OrderLine any = bundle.get(0);
        return new ContractTerms.Together(
                bundle.stream().map(line -> line.performanceObligationId).toList(),
                Money.ofMinor(any.bundlePriceMinor, any.currency));
    }

    Money lineTotal() {
        return Money.ofMinor(lineTotalMinor, currency);
    }

    private Money standaloneSellingPrice() {
        return Money.ofMinor(standalonePriceMinor, currency);
    }

    UUID lineId() {
        return lineId;
    }

    TaxCategory taxCategory() {
        return taxCategoryCode;
    }

    String bundleId() {
        return bundleId;
    }

    String description() {
        return description;
    }
}
