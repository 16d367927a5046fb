package io.counterfoil.ledger.accrual;

import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import java.util.Map;
import java.util.TreeMap;

/** The entry that a part of a line is accrued by: only time is awaited, so the claim has no condition. */
final class AccrualEntry {

    private AccrualEntry() {}

    static JournalEntry of(PendingLine line, PendingLine.Slice slice, JournalEntry.Cause cause, Rulebook.Opened rules) {
        PostingRule rule = rules.rule(line.legalEntityId(), Purpose.ACCRUAL, slice.effectiveDate());
        Traits traits = Traits.ofLine(line.productId(), line.revenueTreatment(), null);
        Map<String, String> dimensions = new TreeMap<>();
        if (line.productId() != null) {
            dimensions.put("productId", line.productId());
        }
        Tag accrued = new Tag(Item.ACCRUED.name(), line.itemId(), Map.of("conditional", "false"));
        Tag delivered = new Tag(Item.LINE.name(), line.itemId(), dimensions);
        return JournalEntry.of(
                rule,
                line.net().currency(),
                slice.effectiveDate(),
                cause,
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.ACCRUAL,
                        line.itemId(),
                        line.itemId().toString(),
                        line.customerId(),
                        line.contractId(),
                        line.orderId()),
                new Movements().move(rule.lineFor(Item.ACCRUED, traits), slice.amount(), accrued, delivered));
    }
}
