package io.counterfoil.billing.allowance;

import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A version of what lowers or raises the documents of a legal entity, or of one customer or contract of it.
 *
 * @param kind ALLOWANCE or CHARGE
 * @param reasonCode UNCL 5189 of an allowance, UNCL 7161 of a charge, or a code of our own
 * @param percent of what the lines come to; null where it is an amount
 * @param amounts for each document, by currency; empty where it is a percentage
 * @param productId what a charge sells by itself; null where it belongs to what the document sells
 * @param taxCategory null where it is taxed as what it belongs to
 */
record DocumentTerm(
        String termId,
        int version,
        ItemType kind,
        String reasonCode,
        String reason,
        String legalEntityId,
        UUID customerId,
        UUID contractId,
        UnitPrice percent,
        Map<String, Money> amounts,
        String productId,
        TaxCategory taxCategory,
        LocalDate validFrom,
        LocalDate validTo) {

    /** Whether it is about this customer and contract. */
    boolean concerns(UUID customer, UUID contract) {
        return (customerId == null || customerId.equals(customer))
                && (contractId == null || contractId.equals(contract));
    }

    boolean hasBegunOn(LocalDate day) {
        return !day.isBefore(validFrom);
    }

    boolean lastsOn(LocalDate day) {
        return hasBegunOn(day) && (validTo == null || day.isBefore(validTo));
    }

    /** The version as a document names it. */
    String reference() {
        return termId + "@" + version;
    }
}
