package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines of a document, and beside them what lowers or raises all of it (EN 16931, BG-20 and BG-21). A document has lines:
 * where there is nothing else, its allowances and charges are the lines.
 */
record DocumentParts(List<InvoiceLine> lines, List<InvoiceLine> ofDocument) {

    static DocumentParts of(List<InvoiceLine> all) {
        Map<Boolean, List<InvoiceLine>> parted =
                all.stream().collect(Collectors.partitioningBy(DocumentParts::isOfAll));
        return parted.get(true).isEmpty() || parted.get(false).isEmpty()
                ? new DocumentParts(all, List.of())
                : new DocumentParts(parted.get(false), parted.get(true));
    }

    boolean isPlain() {
        return ofDocument.isEmpty();
    }

    /** The lines as facts tell them. */
    List<InvoiceIssued.Line> toldLines(Corrections corrections) {
        return lines.stream()
                .map(line -> InvoiceIssued.Line.of(line, corrections))
                .toList();
    }

    /** What lowers or raises the document as facts tell it; null where nothing does. */
    List<InvoiceIssued.AllowanceCharge> toldOfDocument() {
        return isPlain()
                ? null
                : ofDocument.stream().map(InvoiceIssued.AllowanceCharge::of).toList();
    }

    /** What the lines come to. */
    Money lineTotal() {
        return sum(lines);
    }

    /** What is taken off or put on, with its sign. */
    Money total(ItemType type) {
        return sum(
                ofDocument.stream().filter(line -> line.item().type() == type).toList());
    }

    private Money sum(List<InvoiceLine> some) {
        Money zero = Money.zero(lines.get(0).net().currency());
        return some.stream().map(InvoiceLine::net).reduce(zero, Money::plus);
    }

    /** The lines first. */
    static List<BillableItem> inOrder(List<BillableItem> items) {
        return items.stream().noneMatch(DocumentParts::isOfAll)
                ? items
                : items.stream()
                        .sorted(Comparator.comparing(DocumentParts::isOfAll))
                        .toList();
    }

    /** Of what the percentage is taken. */
    static Money base(BillableItem item) {
        return Rounding.toMinorUnits(item.quantity().value(), item.net().currency());
    }

    private static boolean isOfAll(InvoiceLine line) {
        return isOfAll(line.item());
    }

    static boolean isOfAll(BillableItem item) {
        return item.type() == ItemType.ALLOWANCE || item.type() == ItemType.CHARGE;
    }
}
