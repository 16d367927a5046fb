package io.counterfoil.order.order;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.terms.AcceptableOrder;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * The terms of an order, fixed when it is validated.
 *
 * @param timeZone where the customer's days begin; null where nobody said
 */
record AgreedTerms(
        String legalEntityId,
        String currency,
        LocalDate orderDate,
        LocalDate startDate,
        Integer termMonths,
        Integer paymentTermsDays,
        String purchaseOrderReference,
        String timeZone,
        Boolean usualPaymentTerms,
        String priceRegion,
        String priceSegment,
        String priceChannel) {

    /** Those of an order that is not validated. */
    static final AgreedTerms NONE =
            new AgreedTerms(null, null, null, null, null, null, null, null, null, null, null, null);

    static AgreedTerms of(AcceptableOrder checked) {
        return new AgreedTerms(
                checked.legalEntityId(),
                checked.currency(),
                checked.orderDate(),
                checked.startDate(),
                checked.termMonths(),
                checked.paymentTermsDays(),
                checked.purchaseOrderReference(),
                checked.timeZone(),
                checked.usualPaymentTerms(),
                checked.scope().region(),
                checked.scope().segment(),
                checked.scope().channel());
    }

    /** For whom its prices were looked up. */
    PriceScope priceScope() {
        return new PriceScope(legalEntityId, priceRegion, priceSegment, priceChannel);
    }

    /** As they were written. */
    static AgreedTerms read(Row row) {
        return new AgreedTerms(
                row.text("legal_entity_id"),
                row.text("currency"),
                row.date("order_date"),
                row.date("start_date"),
                row.intOrNull("term_months"),
                row.intOrNull("payment_terms_days"),
                row.text("purchase_order_reference"),
                row.text("time_zone"),
                row.boolOrNull("usual_payment_terms"),
                row.text("price_region"),
                row.text("price_segment"),
                row.text("price_channel"));
    }

    /** How they lie in the row of their order. */
    static Table<Order> columns(Table<Order> table) {
        return table.with("legal_entity_id", "text", of(AgreedTerms::legalEntityId))
                .with("currency", "text", of(AgreedTerms::currency))
                .with("order_date", "date", of(AgreedTerms::orderDate))
                .with("start_date", "date", of(AgreedTerms::startDate))
                .with("term_months", "int", of(AgreedTerms::termMonths))
                .with("payment_terms_days", "int", of(AgreedTerms::paymentTermsDays))
                .with("purchase_order_reference", "text", of(AgreedTerms::purchaseOrderReference))
                .with("time_zone", "text", of(AgreedTerms::timeZone))
                .with("usual_payment_terms", "boolean", of(AgreedTerms::usualPaymentTerms))
                .with("price_region", "text", of(AgreedTerms::priceRegion))
                .with("price_segment", "text", of(AgreedTerms::priceSegment))
                .with("price_channel", "text", of(AgreedTerms::priceChannel));
    }

    private static Function<Order, ?> of(Function<AgreedTerms, ?> value) {
        return order -> value.apply(order.terms().orElse(NONE));
    }
}
