package io.counterfoil.ledger.obligation;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What of a signed contract decides its revenue. */
record ContractSigned(
        UUID contractId,
        long contractVersion,
        String contractNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate startDate,
        LocalDate endDate,
        List<Promise> obligations,
        List<Together> soldTogether) {

    static final String TYPE = "io.counterfoil.order.contract.signed.v1";

    ContractSigned {
        requireNonNull(contractId, "contractId");
        requireNonNull(contractNumber, "contractNumber");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(startDate, "startDate");
        requireNonNull(obligations, "obligations");
        soldTogether = soldTogether == null ? List.of() : soldTogether;
    }

    /** What some of them regularly cost when they are sold together: the evidence that a discount belongs to them alone. */
    record Together(List<String> performanceObligationIds, Money price) {
        Together {
            requireNonNull(performanceObligationIds, "performanceObligationIds");
            requireNonNull(price, "price");
        }
    }

    record Promise(
            String performanceObligationId,
            UUID lineId,
            String productId,
            String revenueTreatment,
            Money standaloneSellingPrice,
            String standaloneSellingPriceSource,
            Money transactionPrice,
            LocalDate startDate,
            LocalDate endDate) {
        Promise {
            requireNonNull(performanceObligationId, "performanceObligationId");
            requireNonNull(productId, "productId");
            requireNonNull(revenueTreatment, "revenueTreatment");
            requireNonNull(transactionPrice, "transactionPrice");
        }

        /** The same where its stand-alone price counts otherwise. */
        Promise at(Money counted) {
            return new Promise(
                    performanceObligationId,
                    lineId,
                    productId,
                    revenueTreatment,
                    counted,
                    standaloneSellingPriceSource,
                    transactionPrice,
                    startDate,
                    endDate);
        }

        /** Zero where none is known. */
        Money standalone() {
            return standaloneSellingPrice == null ? Money.zero(transactionPrice.currency()) : standaloneSellingPrice;
        }
    }
}
