package io.counterfoil.order.pricebook;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The prices that we ask, and how far an order may differ from them. A book speaks for a legal entity, a region, a segment
 * and a channel, each of them or all, for a time. It is replaced as a whole; orders that were accepted keep the price that
 * they had.
 */
@Entity
@Table(name = "price_book")
class PriceBook {

    @Id
    @Column(name = "price_book_id")
    private String priceBookId;

    private String name;

    @Embedded
    private BookScope scope;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "price_entry", joinColumns = @JoinColumn(name = "price_book_id"))
    private List<PriceEntry> entries = new ArrayList<>();

    @Version
    private int version;

    protected PriceBook() {}

    PriceBook(String priceBookId) {
        this.priceBookId = priceBookId;
    }

    /** Replaces what the book says; true when that changed anything. */
    boolean replace(String newName, BookScope newScope, List<PriceEntry> newEntries, Instant now) {
        List<PriceEntry> sorted = sorted(newEntries);
        boolean same = changedAt != null
                && Objects.equals(name, newName)
                && newScope.equals(scope())
                && sorted.equals(sorted(entries));
        if (same) {
            return false;
        }
        name = newName;
        scope = newScope;
        entries.clear();
        entries.addAll(sorted);
        changedAt = now;
        return true;
    }

    /** Takes an entry in, in the place of an earlier one for the same product and currency. */
    Taken take(PriceEntry entry, Instant now) {
        PriceEntry known =
                entries.stream().filter(one -> one.isFor(entry)).findFirst().orElse(null);
        if (entry.equals(known)) {
            return Taken.UNCHANGED;
        }
        entries.remove(known);
        entries.add(entry);
        changedAt = now;
        return known == null ? Taken.ADDED : Taken.CHANGED;
    }

    /** What became of an entry. */
    enum Taken {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    private static List<PriceEntry> sorted(List<PriceEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(PriceEntry::productId).thenComparing(PriceEntry::currency))
                .toList();
    }

    String priceBookId() {
        return priceBookId;
    }

    String name() {
        return name;
    }

    /** Never null: JPA reads an embedded object without any value as none. */
    BookScope scope() {
        return scope == null ? BookScope.ALL : scope;
    }

    List<PriceEntry> entries() {
        return sorted(entries);
    }

    int version() {
        return version;
    }
}
