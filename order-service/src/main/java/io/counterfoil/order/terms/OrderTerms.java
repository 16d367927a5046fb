package io.counterfoil.order.terms;

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
        List<LineTerms> lines) {}
