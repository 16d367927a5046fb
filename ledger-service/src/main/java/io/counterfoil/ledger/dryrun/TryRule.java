package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.JournalEntryJson;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.posting.Rehearsal;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the entries of past events once more as if a rule had held, compares, and leaves nothing behind. */
@UseCase
class TryRule {

    private final Rulebook rulebook;
    private final Rehearsal rehearsal;
    private final PostedEntries entries;
    private final Journal journal;

    @Inject
    TryRule(Rulebook rulebook, Rehearsal rehearsal, PostedEntries entries, Journal journal) {
        this.rulebook = rulebook;
        this.rehearsal = rehearsal;
        this.entries = entries;
        this.journal = journal;
    }

    /** Always ends by an exception, so that the transaction rolls back; it carries what came out. */
    void handle(PostingRule rule, List<Posted> past, Map<UUID, Envelope> facts) {
        Rulebook.Opened rules = rulebook.openAsIf(rule);
        Tally tally = new Tally();
        for (Posted each : past) {
            try {
                Optional<JournalEntry> would = each.isFact()
                        ? rehearsal.entry(facts.get(each.eventId()), rules, each.ordinal())
                        : ownEntry(each, rules.rule(rule.legalEntityId(), rule.purpose(), each.effectiveDate()));
                would.filter(entry -> entry.rule().ruleId().equals(rule.ruleId()))
                        .ifPresent(entry -> tally.add(
                                each, entry.document().number(), entry.effectiveDate(), postings(entry, each)));
            } catch (Refusal refusal) {
                if (each.entryId() != null || refusal.getMessage().contains(rule.ruleId())) {
                    tally.refused(each, refusal.getMessage());
                }
            }
        }
        throw new NothingStored(tally);
    }

    /** Ends the transaction without storing anything. */
    static final class NothingStored extends RuntimeException {
        private final transient Tally tally;

        private NothingStored(Tally tally) {
            super("a dry run stores nothing", null, false, false);
            this.tally = tally;
        }

        Tally tally() {
            return tally;
        }
    }

    private List<JournalEntryJson.Posting> postings(JournalEntry entry, Posted posted) {
        List<JournalEntryJson.Posting> postings = new ArrayList<>();
        for (JournalEntry.Posting each : journal.worth(entry, posted.rate())) {
            postings.add(new JournalEntryJson.Posting(
                    postings.size() + 1,
                    each.account().code(),
                    each.account().name(),
                    each.side(),
                    each.amount(),
                    each.booked(),
                    each.tag().dimensions()));
        }
        return postings;
    }

    private Optional<JournalEntry> ownEntry(Posted posted, PostingRule rule) {
        return rule.purpose() == Purpose.RECOGNITION
                ? recognition(posted, rule)
                : Optional.of(
                        new MadeAgain(posted, entries.parts(posted.entryId()), entries.traits(posted.entryId()), rule)
                                .entry());
    }

    /** A run is no event: what it recognised is moved once more, with the dimensions that it had. */
    private Optional<JournalEntry> recognition(Posted posted, PostingRule rule) {
        Movements movements = new Movements();
        for (PostedEntries.Recognised each : entries.recognised(posted.entryId())) {
            Map<String, String> dimensions = posted.postings().stream()
                    .map(JournalEntryJson.Posting::dimensions)
                    .filter(these -> each.productId().equals(these.get("productId")))
                    .findFirst()
                    .orElse(Map.of("productId", each.productId()));
            Tag tag = new Tag(Item.SCHEDULE.name(), null, dimensions);
            Traits traits = Traits.ofLine(each.productId(), each.treatment(), null);
            movements.move(rule.lineFor(Item.SCHEDULE, traits), Money.ofMinor(each.minor(), each.currency()), tag, tag);
        }
        if (movements.net().isEmpty()) {
            return Optional.empty();
        }
        JournalEntry.Cause cause = new JournalEntry.Cause(
                EventIds.derived(posted.eventId(), "dry run"), "dry-run", null, Correlation.current(), null);
        return Optional.of(JournalEntry.of(
                rule,
                posted.postings().get(0).amount().currency(),
                posted.effectiveDate(),
                cause,
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.SCHEDULE,
                        posted.entryId(),
                        posted.documentNumber(),
                        null,
                        null,
                        null),
                movements));
    }
}
