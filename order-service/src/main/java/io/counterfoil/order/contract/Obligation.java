package io.counterfoil.order.contract;

import io.counterfoil.common.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** One promise of a contract, with its share of the price. */
@Entity
@Table(name = "obligation")
class Obligation {

    @Id
    @Column(name = "performance_obligation_id")
    private UUID performanceObligationId;

    @ManyToOne
    @JoinColumn(name = "contract_id")
    private Contract contract;

    @Column(name = "obligation_number")
    private int number;

    @Column(name = "line_id")
    private UUID lineId;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "revenue_treatment")
    private String revenueTreatment;

    private String currency;

    @Column(name = "standalone_price_minor")
    private long standalonePriceMinor;

    @Column(name = "standalone_price_known")
    private boolean standalonePriceKnown;

    @Column(name = "transaction_price_minor")
    private long transactionPriceMinor;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Version
    private int version;

    protected Obligation() {}

    Obligation(Contract contract, int number, ContractTerms.Promise promise, Money transactionPrice) {
        this.contract = contract;
        this.number = number;
        performanceObligationId = promise.performanceObligationId();
        lineId = promise.lineId();
        productId = promise.productId();
        revenueTreatment = promise.revenueTreatment();
        currency = transactionPrice.currency();
        standalonePriceMinor = promise.standaloneSellingPrice().minor();
        standalonePriceKnown = promise.standalonePriceKnown();
        transactionPriceMinor = transactionPrice.minor();
        startDate = promise.startDate();
        endDate = promise.endDate();
    }

    ContractSigned.Promised promised() {
        return new ContractSigned.Promised(
                performanceObligationId,
                lineId,
                productId,
                revenueTreatment,
                Money.ofMinor(standalonePriceMinor, currency),
                standalonePriceKnown ? "PRODUCT" : "ORDER_PRICE",
                Money.ofMinor(transactionPriceMinor, currency),
                startDate,
                endDate);
    }
}
