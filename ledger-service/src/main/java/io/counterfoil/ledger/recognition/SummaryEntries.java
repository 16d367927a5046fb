package io.counterfoil.ledger.recognition;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The entries of a large set: one for each day, by product; the slices behind it are kept beside it. */
final class SummaryEntries {

    private SummaryEntries() {}

    static List<JournalEntry> of(
            UUID setId, RecognitionRun run, String legalEntityId, List<LargeSets.Sum> sums, Rulebook.Opened rules) {
        Map<LocalDate, List<LargeSets.Sum>> byDay = sums.stream()
                .filter(sum -> !sum.amount().isZero())
                .collect(Collectors.groupingBy(LargeSets.Sum::effectiveDate, TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> entry(setId, run, legalEntityId, day.getKey(), day.getValue(), rules))
                .toList();
    }

    private static JournalEntry entry(
            UUID setId,
            RecognitionRun run,
            String legalEntityId,
            LocalDate day,
            List<LargeSets.Sum> sums,
            Rulebook.Opened rules) {
        PostingRule rule = rules.rule(legalEntityId, Purpose.RECOGNITION, day);
        Movements movements = new Movements();
        for (LargeSets.Sum sum : sums) {
            Tag tag = new Tag(Item.SCHEDULE.name(), null, Map.of("productId", sum.productId()));
            movements.move(
                    rule.lineFor(Item.SCHEDULE, Traits.ofLine(sum.productId(), sum.revenueTreatment(), null)),
                    sum.amount(),
                    tag,
                    tag);
        }
        Correlation correlation = new Correlation(
                run.id().toString(), run.id().toString(), Correlation.current().actor());
        return JournalEntry.of(
                rule,
                sums.get(0).amount().currency(),
                day,
                new JournalEntry.Cause(
                        EventIds.derived(setId, day.toString()), "recognition-run", null, correlation, null),
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.SCHEDULE,
                        setId,
                        legalEntityId + " recognition through " + run.through(),
                        null,
                        null,
                        null),
                movements);
    }
}
