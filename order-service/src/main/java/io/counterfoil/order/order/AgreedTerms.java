package io.counterfoil.order.order;

import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.terms.AcceptableOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The terms of an order, fixed when it is validated. */
@Embeddable
class AgreedTerms {

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    private String currency;

    @Column(name = "order_date")
    private LocalDate orderDate;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "term_months")
    private Integer termMonths;

    @Column(name = "payment_terms_days")
    private Integer paymentTermsDays;

    @Column(name = "purchase_order_reference")
    private String purchaseOrderReference;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "usual_payment_terms")
    private Boolean usualPaymentTerms;

    @Column(name = "price_region")
    private String priceRegion;

    @Column(name = "price_segment")
    private String priceSegment;

    @Column(name = "price_channel")
    private String priceChannel;

    protected AgreedTerms() {}

    AgreedTerms(AcceptableOrder checked) {
        legalEntityId = checked.legalEntityId();
        currency = checked.currency();
        orderDate = checked.orderDate();
        startDate = checked.startDate();
        termMonths = checked.termMonths();
        paymentTermsDays = checked.paymentTermsDays();
        purchaseOrderReference = checked.purchaseOrderReference();
        timeZone = checked.timeZone();
        usualPaymentTerms = checked.usualPaymentTerms();
        priceRegion = checked.scope().region();
        priceSegment = checked.scope().segment();
        priceChannel = checked.scope().channel();
    }

    String legalEntityId() {
        return legalEntityId;
    }

    String currency() {
        return currency;
    }

    LocalDate orderDate() {
        return orderDate;
    }

    LocalDate startDate() {
        return startDate;
    }

    Integer termMonths() {
        return termMonths;
    }

    Integer paymentTermsDays() {
        return paymentTermsDays;
    }

    String purchaseOrderReference() {
        return purchaseOrderReference;
    }

    /** For whom its prices were looked up. */
    PriceScope priceScope() {
        return new PriceScope(legalEntityId, priceRegion, priceSegment, priceChannel);
    }

    /** Where the customer's days begin; null where nobody said. */
    String timeZone() {
        return timeZone;
    }
}
