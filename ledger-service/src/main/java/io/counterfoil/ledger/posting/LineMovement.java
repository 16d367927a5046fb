package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How one line of an invoice moves: what was delivered before it was billed clears that first, the rest is new. */
record LineMovement(PostingRule rule, String documentType, Tag receivable, InvoiceIssued.Line line) {

    void move(Movements movements, Lookback.Answers past) {
        Money rest = line.lineNetAmount();
        for (UUID accrualId : line.accrualIds()) {
            Lookback.Accrued accrued = past.accrued().get(accrualId);
            if (accrued != null) {
                Traits why = accrued.conditional() ? Traits.ofReason("CONDITIONAL") : Traits.NONE;
                Tag tag = new Tag(
                        Item.ACCRUED.name(), accrualId, Map.of("conditional", String.valueOf(accrued.conditional())));
                movements.move(rule.lineFor(Item.ACCRUED, why), accrued.amount(), receivable, tag);
                rest = rest.minus(accrued.amount());
            }
        }
        if (!rest.isZero() || line.accrualIds().isEmpty()) {
            Traits traits = Traits.ofLine(line.productId(), line.revenueTreatment(), line.taxCategoryCode())
                    .in(documentType, line.type());
            movements.move(rule.lineFor(Item.LINE, traits), rest, receivable, tag());
        }
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
