package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.revenue.EarnedShares;
import io.counterfoil.ledger.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What of an invoice line is reversed: its net amount and its share of the tax.
 *
 * @param creditedPeriod the days whose service is credited; null for all that is left
 */
record ReversedLine(
        UUID originalLineId,
        String productId,
        String revenueTreatment,
        @JsonAlias("lineNetAmount") Money netAmount,
        String taxCategoryCode,
        String taxRate,
        String taxJurisdiction,
        Money taxAmount,
        ServicePeriod creditedPeriod) {

    ReversedLine {
        requireNonNull(netAmount, "netAmount");
        taxAmount = taxAmount == null ? Money.zero(netAmount.currency()) : taxAmount;
    }

    /** Whether it takes something of a line; what belongs to none counts as earned. */
    boolean isSplit() {
        return originalLineId != null && !netAmount.isZero();
    }

    EarnedShares.Reversal reversal(UUID causeId, LocalDate day) {
        return new EarnedShares.Reversal(causeId, originalLineId, netAmount, day, creditedPeriod);
    }

    Money gross() {
        return netAmount.plus(taxAmount);
    }

    Traits traits() {
        return Traits.ofLine(productId, revenueTreatment, taxCategoryCode);
    }

    Tag tag(Item item) {
        return new Tag(
                item.name(),
                originalLineId,
                Ground.dimensions(
                        "invoiceLineId", originalLineId, "productId", productId, "revenueTreatment", revenueTreatment));
    }

    Tag taxTag() {
        return new Tag(
                Item.REVERSED_TAX.name(),
                originalLineId,
                Ground.dimensions(
                        "taxCategoryCode", taxCategoryCode, "taxJurisdiction", taxJurisdiction, "taxRate", taxRate));
    }
}
