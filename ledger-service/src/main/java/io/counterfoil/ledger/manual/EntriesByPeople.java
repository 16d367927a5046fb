package io.counterfoil.ledger.manual;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Document.Kind;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The journal entries of what people want posted. */
@Dependent
class EntriesByPeople {

    private static final Set<Purpose> BY_PEOPLE =
            Set.of(Purpose.MANUAL, Purpose.EXCLUSION, Purpose.PAYOUT, Purpose.INTERCOMPANY);

    private final Journal journal;
    private final Rulebook rulebook;
    private final Earned earned;

    @Inject
    EntriesByPeople(Journal journal, Rulebook rulebook, Earned earned) {
        this.journal = journal;
        this.rulebook = rulebook;
        this.earned = earned;
    }

    /** Two where two legal entities are concerned, else one. */
    List<JournalEntry> of(ManualEntryJson entry) {
        return switch (entry.kind()) {
            case JOURNAL -> List.of(journal(entry));
            case REVERSAL -> List.of(reversal(entry));
            case EXCLUSION -> List.of(exclusion(entry));
            case PAYOUT ->
                List.of(byRule(entry, Purpose.PAYOUT, Item.PAID_OUT, entry.legalEntityId(), entry.manualEntryId()));
            case INTERCOMPANY ->
                List.of(
                        byRule(
                                entry,
                                Purpose.INTERCOMPANY,
                                Item.DUE_FROM,
                                entry.legalEntityId(),
                                entry.manualEntryId()),
                        byRule(
                                entry,
                                Purpose.INTERCOMPANY,
                                Item.DUE_TO,
                                entry.counterpartyId(),
                                EventIds.derived(entry.manualEntryId(), entry.counterpartyId())));
        };
    }

    private JournalEntry journal(ManualEntryJson entry) {
        Movements movements = new Movements();
        int number = 0;
        for (ManualEntryJson.Line line : entry.lines()) {
            number++;
            Tag tag = new Tag(
                    "MANUAL",
                    EventIds.derived(entry.manualEntryId(), "LINE:" + number),
                    line.dimensions() == null ? Map.of() : line.dimensions());
            PostingRule.Account account = journal.account(entry.legalEntityId(), line.account());
            movements.put(account, line.side(), line.amount(), tag);
        }
        return JournalEntry.byPeople(
                entry.legalEntityId(),
                Purpose.MANUAL,
                entry.currency(),
                entry.effectiveDate(),
                cause(entry, entry.manualEntryId()),
                document(entry, Kind.MANUAL_ENTRY),
                movements);
    }

    private JournalEntry reversal(ManualEntryJson entry) {
        return journal.mirror(
                        entry.concerns(),
                        entry.effectiveDate(),
                        cause(entry, entry.manualEntryId()),
                        original -> BY_PEOPLE.contains(original.purpose())
                                && original.legalEntityId().equals(entry.legalEntityId()))
                .orElseThrow(() -> new NotTakenBackByHand(entry.concerns()));
    }

    /** What an invoice has earned so far leaves revenue; nothing is edited, whether its period is open or closed. */
    private JournalEntry exclusion(ManualEntryJson entry) {
        PostingRule rule = rule(entry, Purpose.EXCLUSION, entry.legalEntityId());
        PostingRule.Line line = rule.lineFor(Item.EXCLUDED, Traits.NONE);
        Tag tag = new Tag(
                Item.EXCLUDED.name(),
                entry.concerns(),
                Map.of("invoiceId", entry.concerns().toString()));
        Movements movements = new Movements();
        earned.of(entry.legalEntityId(), entry.concerns(), line.credit().id(), entry.currency())
                .forEach((account, amount) -> movements.move(
                        new PostingRule.Line(Item.EXCLUDED, Traits.NONE, account, line.credit(), line.dimensions()),
                        amount,
                        tag,
                        tag));
        return JournalEntry.of(
                rule,
                entry.currency(),
                entry.effectiveDate(),
                cause(entry, entry.manualEntryId()),
                document(entry, Kind.EXCLUSION),
                movements);
    }

    private JournalEntry byRule(ManualEntryJson entry, Purpose purpose, Item item, String legalEntityId, UUID eventId) {
        PostingRule rule = rule(entry, purpose, legalEntityId);
        Tag tag = new Tag(item.name(), entry.manualEntryId(), dimensions(entry, legalEntityId));
        Movements movements = new Movements().move(rule.lineFor(item, Traits.NONE), entry.amount(), tag, tag);
        return JournalEntry.of(
                rule,
                entry.currency(),
                entry.effectiveDate(),
                cause(entry, eventId),
                document(entry, Kind.MANUAL_ENTRY),
                movements);
    }

    private static Map<String, String> dimensions(ManualEntryJson entry, String legalEntityId) {
        if (entry.counterpartyId() == null) {
            return Map.of();
        }
        return Map.of(
                "counterparty",
                entry.counterpartyId().equals(legalEntityId) ? entry.legalEntityId() : entry.counterpartyId());
    }

    private PostingRule rule(ManualEntryJson entry, Purpose purpose, String legalEntityId) {
        return rulebook.open(Set.of(legalEntityId)).rule(legalEntityId, purpose, entry.effectiveDate());
    }

    private static JournalEntry.Cause cause(ManualEntryJson entry, UUID eventId) {
        Correlation now = Correlation.current();
        return new JournalEntry.Cause(
                eventId,
                "manual-entry",
                null,
                new Correlation(now.correlationId(), entry.manualEntryId().toString(), entry.madeBy()),
                null);
    }

    private static JournalEntry.Document document(ManualEntryJson entry, Kind kind) {
        UUID id = kind == Kind.EXCLUSION ? entry.concerns() : entry.manualEntryId();
        return new JournalEntry.Document(kind, id, entry.description(), null, null, null);
    }
}
