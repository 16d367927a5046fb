package io.counterfoil.ledger.contractasset;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.contractasset.ContractPositions.Off;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves what is earned beyond what is billed between deferred revenue and contract assets, where a rule says by which accounts. */
@Dependent
public class ContractAssets {

    private final Books books;
    private final Rulebook rulebook;
    private final ContractPositions positions;
    private final Journal journal;
    private final BusinessClock clock;

    @Inject
    ContractAssets(Books books, Rulebook rulebook, ContractPositions positions, Journal journal, BusinessClock clock) {
        this.books = books;
        this.rulebook = rulebook;
        this.positions = positions;
        this.journal = journal;
        this.clock = clock;
    }

    /** Some contracts as they stand at the end of the day; answers how many were off. */
    public int reclassifyNext(UUID runId, String legalEntityId, LocalDate through, int limit) {
        Set<String> concerned = legalEntityId == null
                ? books.all().stream().map(Books.Book::legalEntityId).collect(Collectors.toSet())
                : Set.of(legalEntityId);
        Rulebook.Opened rules = rulebook.open(concerned);
        Set<String> covered = concerned.stream()
                .filter(entity -> rules.has(entity, Purpose.CONTRACT_ASSET, through))
                .collect(Collectors.toSet());
        if (covered.isEmpty()) {
            return 0;
        }
        List<JournalEntry> entries = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Off off : positions.off(covered, through, limit)) {
            UUID causeId = EventIds.derived(
                    runId, "CONTRACT_ASSET:" + off.contractId() + off.amount().currency());
            JournalEntry entry = entry(causeId, runId, off, through, rules);
            entries.add(entry);
            rows.add(new Object[] {
                causeId,
                off.contractId(),
                off.legalEntityId(),
                off.customerId(),
                off.amount().currency(),
                off.amount().minor(),
                through,
                runId,
                entry.id(),
                clock.now()
            });
        }
        journal.post(entries);
        positions.keep(rows);
        return rows.size();
    }

    private static JournalEntry entry(UUID causeId, UUID runId, Off off, LocalDate day, Rulebook.Opened rules) {
        PostingRule rule = rules.rule(off.legalEntityId(), Purpose.CONTRACT_ASSET, day);
        Tag tag = new Tag(
                Item.RECLASSIFIED.name(),
                off.contractId(),
                Map.of("contractId", off.contractId().toString()));
        Correlation correlation = new Correlation(
                runId.toString(), runId.toString(), Correlation.current().actor());
        return JournalEntry.of(
                rule,
                off.amount().currency(),
                day,
                new JournalEntry.Cause(causeId, "recognition-run", null, correlation, null),
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.SCHEDULE,
                        off.scheduleId(),
                        off.invoiceNumber(),
                        off.customerId(),
                        off.contractId(),
                        off.orderId()),
                new Movements().move(rule.lineFor(Item.RECLASSIFIED, Traits.NONE), off.amount(), tag, tag));
    }
}
