package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** How one line of an invoice moves: what was delivered before it was billed clears that first, the rest is new. */
record LineMovement(PostingRule rule, String documentType, Tag receivable, InvoiceIssued.Line line) {

    /** @param cleared accruals that another line of the invoice has cleared */
    void move(Movements movements, Ground ground, Set<UUID> cleared) {
        Money rest = line.lineNetAmount();
        for (UUID accrualId : line.accrualIds()) {
            Lookback.Accrued accrued = ground.past().accrued().get(accrualId);
            if (accrued != null && cleared.add(accrualId)) {
                clear(movements, ground, accrualId, accrued);
                rest = rest.minus(accrued.amount());
            }
        }
        if (!rest.isZero() || line.accrualIds().isEmpty()) {
            Traits traits = Traits.ofLine(line.productId(), line.revenueTreatment(), line.taxCategoryCode())
                    .in(documentType, line.type());
            movements.move(rule.lineFor(Item.LINE, traits), rest, receivable, tag());
        }
    }

    /** At what it was booked at, where the rule says where the difference goes. */
    private void clear(Movements movements, Ground ground, UUID accrualId, Lookback.Accrued accrued) {
        Traits why = accrued.conditional() ? Traits.ofReason("CONDITIONAL") : Traits.NONE;
        Tag tag = new Tag(Item.ACCRUED.name(), accrualId, Map.of("conditional", String.valueOf(accrued.conditional())));
        boolean valued = ground.isForeign(accrued.amount().currency())
                && ground.difference(rule).difference() != null;
        Money booked =
                valued ? Money.ofMinor(accrued.bookedMinor(), ground.book().functionalCurrency()) : null;
        movements.move(rule.lineFor(Item.ACCRUED, why), accrued.amount(), receivable, null, tag, booked);
    }

    private Tag tag() {
        Map<String, String> dimensions = new TreeMap<>(line.dimensions());
        dimensions.putAll(Ground.dimensions(
                "invoiceLineId", line.lineId(),
                "productId", line.productId(),
                "revenueTreatment", line.revenueTreatment()));
        return new Tag(Item.LINE.name(), line.lineId(), dimensions);
    }
}
