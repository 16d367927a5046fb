package io.counterfoil.order.pricebook;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Price books on the wire. */
public final class PriceBookJson {

    private static final int MOST_ENTRIES = 5000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST_NAME = 200;

    private PriceBookJson() {}

    /** One price, with the rules that go with it. */
    public record Entry(
            String productId,
            String currency,
            String unitPrice,
            String tolerance,
            String floorPrice,
            String maxDiscount,
            String unitCost,
            String minMargin) {

        static Entry of(PriceEntry entry) {
            ListedPrice price = entry.price();
            String currency = entry.currency();
            return new Entry(
                    entry.productId(),
                    currency,
                    price.unitPrice().text(currency),
                    price.tolerance().toString(),
                    price.floor() == null ? null : price.floor().text(currency),
                    Objects.toString(price.maxDiscount(), null),
                    price.unitCost() == null ? null : price.unitCost().text(currency),
                    Objects.toString(price.minMargin(), null));
        }
    }

    /** What is sent to replace a book. */
    public record Terms(
            String name,
            String legalEntityId,
            String region,
            String segment,
            String channel,
            LocalDate validFrom,
            LocalDate validTo,
            List<Entry> entries) {

        /** For whom it is to speak, and when. */
        BookScope toScope() {
            if (name != null && name.length() > LONGEST_NAME) {
                throw new Invalid("/name", "must be at most " + LONGEST_NAME + " characters long");
            }
            boolean sensible = Stream.of(validFrom, validTo)
                    .allMatch(day -> day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
            if (!sensible) {
                throw new Invalid("/validFrom", "and validTo must be from " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            if (validFrom != null && validTo != null && !validTo.isAfter(validFrom)) {
                throw new Invalid("/validTo", "must be after the first day");
            }
            return new BookScope(new PriceScope(legalEntityId, region, segment, channel), validFrom, validTo);
        }

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
            int before = errors.size();
            if (entry.productId() == null || entry.productId().isBlank()) {
                errors.add(new FieldError(at + "/productId", "is required"));
            }
            field(() -> Money.decimals(entry.currency()), at + "/currency", errors);
            UnitPrice price = field(() -> UnitPrice.of(entry.unitPrice()), at + "/unitPrice", errors);
            ToleratedShare tolerance = field(() -> ToleratedShare.of(entry.tolerance()), at + "/tolerance", errors);
            UnitPrice floor = optional(entry.floorPrice(), UnitPrice::of, at + "/floorPrice", errors);
            ToleratedShare discount = optional(entry.maxDiscount(), ToleratedShare::of, at + "/maxDiscount", errors);
            UnitPrice cost = optional(entry.unitCost(), UnitPrice::of, at + "/unitCost", errors);
            ToleratedShare margin = optional(entry.minMargin(), ToleratedShare::of, at + "/minMargin", errors);
            if ((cost == null) != (margin == null) || margin != null && margin.isWhole()) {
                errors.add(new FieldError(at + "/minMargin", "goes with unitCost, and is below 1"));
            }
            return errors.size() > before
                    ? null
                    : new PriceEntry(
                            entry.productId(),
                            entry.currency(),
                            new ListedPrice(null, price, tolerance, floor, discount, cost, margin));
        }

        private static <T> T optional(String text, Function<String, T> reader, String at, List<FieldError> errors) {
            return text == null ? null : field(() -> reader.apply(text), at, errors);
        }

        private static <T> T field(Supplier<T> reader, String at, List<FieldError> errors) {
            try {
                return reader.get();
            } catch (Refusal wrong) {
                errors.add(new FieldError(at, wrong.getMessage()));
                return null;
            }
        }
    }

    /** Prices to be added to a book, or changed in it; each stands for itself. */
    public record Import(List<Entry> entries) {

        /** Each entry as a value, or null with what is wrong with it. */
        List<Line> lines() {
            if (entries == null || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
                throw new Invalid("/entries", "must be from 1 to " + MOST_ENTRIES);
            }
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                List<FieldError> errors = new ArrayList<>();
                String at = "/entries/" + i;
                if (entries.get(i) == null) {
                    errors.add(new FieldError(at, "is required"));
                }
                PriceEntry value = entries.get(i) == null ? null : Terms.read(entries.get(i), at, errors);
                lines.add(new Line(value, errors));
            }
            return lines;
        }
    }

    /** One entry of an import. */
    record Line(PriceEntry entry, List<FieldError> errors) {}

    /** What became of an import: the wrong ones are named, the others are in the book. */
    public record Report(
            String priceBookId,
            int version,
            int added,
            int changed,
            int unchanged,
            int refused,
            List<FieldError> errors) {}

    /** A book as it is. */
    public record Book(
            String priceBookId,
            int version,
            String name,
            String legalEntityId,
            String region,
            String segment,
            String channel,
            LocalDate validFrom,
            LocalDate validTo,
            List<Entry> entries) {

        static Book of(PriceBook book) {
            PriceScope whom = book.scope().whom();
            return new Book(
                    book.priceBookId(),
                    book.version(),
                    book.name(),
                    whom.legalEntityId(),
                    whom.region(),
                    whom.segment(),
                    whom.channel(),
                    book.scope().validFrom(),
                    book.scope().validTo(),
                    book.entries().stream().map(Entry::of).toList());
        }
    }
}
