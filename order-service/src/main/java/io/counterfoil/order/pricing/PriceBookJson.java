package io.counterfoil.order.pricing;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Price books on the wire. */
public final class PriceBookJson {

    private PriceBookJson() {}

    /** One price. */
    public record Entry(String productId, String currency, String unitPrice, String tolerance) {}

    /** What is sent to replace a book. */
    public record Terms(String name, String legalEntityId, List<Entry> entries) {

        /** The entries as values; names every field that is none. */
        List<PriceEntry> toEntries() {
            List<FieldError> errors = new ArrayList<>();
            List<PriceEntry> read = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            if (entries == null) {
                throw new Invalid("/entries", "is missing");
            }
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                String at = "/entries/" + i;
                PriceEntry value = entry == null ? null : read(entry, at, errors);
                if (value != null && !seen.add(value.productId() + ' ' + value.currency())) {
                    errors.add(new FieldError(
                            at, "is a second price of " + value.productId() + " in " + value.currency()));
                }
                read.add(value);
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            return read;
        }

        private static PriceEntry read(Entry entry, String at, List<FieldError> errors) {
            String field = "/productId";
            try {
                if (entry.productId() == null || entry.productId().isBlank()) {
                    throw new NotADecimal("");
                }
                field = "/currency";
                Money.decimals(entry.currency());
                field = "/unitPrice";
                UnitPrice price = UnitPrice.of(entry.unitPrice());
                field = "/tolerance";
                return new PriceEntry(entry.productId(), entry.currency(), price, ToleratedShare.of(entry.tolerance()));
            } catch (Refusal wrong) {
                errors.add(new FieldError(at + field, wrong.getMessage()));
                return null;
            }
        }
    }

    /** A book as it is. */
    public record Book(String priceBookId, int version, String name, String legalEntityId, List<Entry> entries) {

        static Book of(PriceBook book) {
            List<Entry> entries = book.entries().stream()
                    .map(e -> new Entry(
                            e.productId(),
                            e.currency(),
                            e.unitPrice().text(e.currency()),
                            e.tolerance().toString()))
                    .toList();
            return new Book(book.priceBookId(), book.version(), book.name(), book.legalEntityId(), entries);
        }
    }
}
