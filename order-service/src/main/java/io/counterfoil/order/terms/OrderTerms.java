package io.counterfoil.order.terms;

import io.counterfoil.order.pricebook.PriceScope;
import java.time.LocalDate;
import java.util.List;

/** What a channel asks for. Nothing here has been checked; what is missing is null. */
public record OrderTerms(
        String legalEntityId,
        String currency,
        LocalDate startDate,
        Integer termMonths,
        Integer paymentTermsDays,
        String purchaseOrderReference,
        List<LineTerms> lines,
        PriceScope scope,
        String timeZone) {

    /** Whose prices are those of the legal entity, whoever buys. */
    public OrderTerms(
            String legalEntityId,
            String currency,
            LocalDate startDate,
            Integer termMonths,
            Integer paymentTermsDays,
            String purchaseOrderReference,
            List<LineTerms> lines) {
        this(
                legalEntityId,
                currency,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                lines,
                PriceScope.of(legalEntityId),
                null);
    }
}
