package io.counterfoil.order.order;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.RevenueTreatment;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.contract.ContractTerms;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.terms.AcceptableLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One line of an order, with the treatment that its product had when it was validated. It never changes. */
class OrderLine {

    private final UUID lineId;
    private final UUID orderId;
    private final int lineNumber;
    private final String productId;
    private final String productName;
    private final String planId;
    private final String description;
    private final Quantity quantity;
    private final UnitPrice unitPrice;
    private final String currency;
    private final LocalDate startDate;
    private final LocalDate endDate;
    private final UUID performanceObligationId;
    private final RevenueTreatment revenueTreatment;
    private final TaxCategory taxCategoryCode;
    private final long standalonePriceMinor;
    private final boolean standalonePriceKnown;
    private final long lineTotalMinor;
    private final String bundleId;
    private final Long bundlePlace;
    private final Long bundlePriceMinor;

    OrderLine(UUID orderId, int lineNumber, AcceptableLine line) {
        this.orderId = orderId;
        this.lineNumber = lineNumber;
        lineId = EventIds.derived(orderId, "line-" + lineNumber);
        performanceObligationId = EventIds.derived(orderId, "obligation-" + lineNumber);
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
        AcceptableLine.Bundle bundle = line.bundle();
        bundleId = bundle == null ? null : bundle.bundleId();
        bundlePlace = bundle == null ? null : (long) bundle.place();
        bundlePriceMinor =
                bundle == null || bundle.price() == null ? null : bundle.price().minor();
    }

    /** As it was written. */
    OrderLine(Row row) {
        lineId = row.uuid("line_id");
        orderId = row.uuid("order_id");
        lineNumber = row.intValue("line_number");
        productId = row.text("product_id");
        productName = row.text("product_name");
        planId = row.text("plan_id");
        description = row.text("description");
        quantity = new Quantity(row.decimal("quantity"));
        unitPrice = new UnitPrice(row.decimal("unit_price"));
        currency = row.text("currency");
        startDate = row.date("start_date");
        endDate = row.date("end_date");
        performanceObligationId = row.uuid("performance_obligation_id");
        revenueTreatment = row.one(RevenueTreatment.class, "revenue_treatment");
        taxCategoryCode = row.one(TaxCategory.class, "tax_category_code");
        standalonePriceMinor = row.longValue("standalone_price_minor");
        standalonePriceKnown = row.bool("standalone_price_known");
        lineTotalMinor = row.longValue("line_total_minor");
        bundleId = row.text("bundle_id");
        bundlePlace = row.longOrNull("bundle_place");
        bundlePriceMinor = row.longOrNull("bundle_price_minor");
    }

    /** How lines lie in the database. */
    static Table<OrderLine> table() {
        return Table.<OrderLine>named("order_line")
                .with("line_id", "uuid", line -> line.lineId)
                .with("order_id", "uuid", line -> line.orderId)
                .with("line_number", "int", line -> line.lineNumber)
                .with("product_id", "text", line -> line.productId)
                .with("product_name", "text", line -> line.productName)
                .with("plan_id", "text", line -> line.planId)
                .with("description", "text", line -> line.description)
                .with("quantity", "numeric", line -> line.quantity.value())
                .with("unit_price", "numeric", line -> line.unitPrice.value())
                .with("currency", "text", line -> line.currency)
                .with("start_date", "date", line -> line.startDate)
                .with("end_date", "date", line -> line.endDate)
                .with("performance_obligation_id", "uuid", line -> line.performanceObligationId)
                .with("revenue_treatment", "text", line -> line.revenueTreatment)
                .with("tax_category_code", "text", line -> line.taxCategoryCode)
                .with("standalone_price_minor", "bigint", line -> line.standalonePriceMinor)
                .with("standalone_price_known", "boolean", line -> line.standalonePriceKnown)
                .with("line_total_minor", "bigint", line -> line.lineTotalMinor)
                .with("bundle_id", "text", line -> line.bundleId)
                .with("bundle_place", "int", line -> line.bundlePlace)
                .with("bundle_price_minor", "bigint", line -> line.bundlePriceMinor)
                .with("version", "int", line -> 1);
    }

    UUID orderId() {
        return orderId;
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
        Map<Long, List<OrderLine>> bundles = new TreeMap<>();
        lines.stream().filter(line -> line.bundlePriceMinor != null).forEach(line -> bundles.computeIfAbsent(
                        line.bundlePlace, first -> new ArrayList<>())
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
