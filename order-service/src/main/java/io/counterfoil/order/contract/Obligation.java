package io.counterfoil.order.contract;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** One promise of a contract, with its share of the price. It never changes. */
class Obligation {

    /** How obligations lie in the database. */
    static final Table<Obligation> TABLE = Table.<Obligation>named("obligation")
            .with("performance_obligation_id", "uuid", obligation -> obligation.performanceObligationId)
            .with("contract_id", "uuid", obligation -> obligation.contractId)
            .with("obligation_number", "int", obligation -> obligation.number)
            .with("line_id", "uuid", obligation -> obligation.lineId)
            .with("product_id", "text", obligation -> obligation.productId)
            .with("revenue_treatment", "text", obligation -> obligation.revenueTreatment)
            .with("currency", "text", obligation -> obligation.currency)
            .with("standalone_price_minor", "bigint", obligation -> obligation.standalonePriceMinor)
            .with("standalone_price_known", "boolean", obligation -> obligation.standalonePriceKnown)
            .with("transaction_price_minor", "bigint", obligation -> obligation.transactionPriceMinor)
            .with("start_date", "date", obligation -> obligation.startDate)
            .with("end_date", "date", obligation -> obligation.endDate)
            .with("version", "int", obligation -> 1);

    private final UUID performanceObligationId;
    private final UUID contractId;
    private final int number;
    private final UUID lineId;
    private final String productId;
    private final String revenueTreatment;
    private final String currency;
    private final long standalonePriceMinor;
    private final boolean standalonePriceKnown;
    private final long transactionPriceMinor;
    private final LocalDate startDate;
    private final LocalDate endDate;

    Obligation(UUID contractId, int number, ContractTerms.Promise promise, Money transactionPrice) {
        this.contractId = contractId;
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

    /** As it was written. */
    Obligation(Row row) {
        performanceObligationId = row.uuid("performance_obligation_id");
        contractId = row.uuid("contract_id");
        number = row.intValue("obligation_number");
        lineId = row.uuid("line_id");
        productId = row.text("product_id");
        revenueTreatment = row.text("revenue_treatment");
        currency = row.text("currency");
        standalonePriceMinor = row.longValue("standalone_price_minor");
        standalonePriceKnown = row.bool("standalone_price_known");
        transactionPriceMinor = row.longValue("transaction_price_minor");
        startDate = row.date("start_date");
        endDate = row.date("end_date");
    }

    UUID contractId() {
        return contractId;
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
