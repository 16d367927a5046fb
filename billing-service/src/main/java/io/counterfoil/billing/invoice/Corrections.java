package io.counterfoil.billing.invoice;

import io.counterfoil.billing.invoice.InvoiceIssued.Preceding;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of earlier invoices one corrects.
 *
 * @param preceding the invoice that it corrects or stands in for, the latest where there are several; null where there is none
 * @param originals the invoices of the lines that its lines correct, by those lines
 */
record Corrections(Preceding preceding, Map<UUID, Preceding> originals) {

    static final Corrections NONE = new Corrections(null, Map.of());

    /** What is taken back names its original; only where nothing is, the voided invoice in whose place it comes. */
    static Corrections of(Map<UUID, Preceding> originals, Stream<Preceding> voided) {
        Preceding corrected = latest(originals.values().stream());
        return new Corrections(corrected == null ? latest(voided) : corrected, originals);
    }

    /** The number of the invoice that a line corrects; null where it corrects none. */
    String numberOf(UUID originalLineId) {
        Preceding original = originalLineId == null ? null : originals.get(originalLineId);
        return original == null ? null : original.invoiceNumber();
    }

    private static Preceding latest(Stream<Preceding> some) {
        return some.filter(Objects::nonNull)
                .max(Comparator.comparing(Preceding::issueDate).thenComparing(Preceding::invoiceNumber))
                .orElse(null);
    }
}
