package io.counterfoil.ledger.recognition;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import java.time.Instant;
import java.util.Map;

/** One slice of one schedule as a run recognises it: the entry that moves it and the fact that tells of it. */
record Recognition(RecognitionRun run, RevenueSchedule schedule, RevenueSchedule.Slice slice, JournalEntry entry) {

    static Recognition of(
            RecognitionRun run, RevenueSchedule schedule, RevenueSchedule.Slice slice, Rulebook.Opened rules) {
        PostingRule rule = rules.rule(schedule.legalEntityId(), Purpose.RECOGNITION, slice.effectiveDate());
        Traits traits = Traits.ofLine(schedule.productId(), schedule.revenueTreatment(), null);
        Tag tag = new Tag(
                Item.SCHEDULE.name(),
                schedule.invoiceLineId(),
                Map.of(
                        "invoiceLineId", schedule.invoiceLineId().toString(),
                        "performanceObligationId", schedule.performanceObligationId(),
                        "productId", schedule.productId()));
        JournalEntry entry = JournalEntry.of(
                rule,
                schedule.amount().currency(),
                slice.effectiveDate(),
                cause(run, schedule, slice),
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.SCHEDULE,
                        schedule.id(),
                        schedule.invoiceNumber(),
                        schedule.customerId(),
                        schedule.contractId(),
                        schedule.orderId()),
                new Movements().move(rule.lineFor(Item.SCHEDULE, traits), slice.amount(), tag, tag));
        return new Recognition(run, schedule, slice, entry);
    }

    Outbox.Addressed fact(Instant at) {
        RevenueRecognised fact = new RevenueRecognised(
                run.id(),
                entry.id(),
                schedule.legalEntityId(),
                schedule.amount().currency(),
                schedule.customerId(),
                schedule.contractId(),
                schedule.performanceObligationId(),
                schedule.invoiceId(),
                schedule.invoiceLineId(),
                schedule.productId(),
                slice.end().minusDays(1),
                slice.start(),
                slice.end(),
                slice.amount(),
                schedule.amount().minus(slice.cumulative()),
                at);
        return new Outbox.Addressed(
                EventIds.derived(entry.id(), "revenue.recognised"),
                fact,
                entry.cause().correlation(),
                entry.cause().traceParent());
    }

    /** How it is kept beside its schedule. */
    Object[] row(Instant at) {
        return new Object[] {
            schedule.id(),
            slice.start(),
            slice.end(),
            slice.effectiveDate(),
            slice.amount().minor(),
            run.id(),
            entry.id(),
            at
        };
    }

    /** The business transaction stays the invoice's; what led here is the run. */
    private static JournalEntry.Cause cause(RecognitionRun run, RevenueSchedule schedule, RevenueSchedule.Slice slice) {
        Correlation correlation = new Correlation(
                schedule.correlationId(),
                run.id().toString(),
                Correlation.current().actor());
        return new JournalEntry.Cause(
                EventIds.derived(run.id(), schedule.id() + ":" + slice.end()),
                "recognition-run",
                null,
                correlation,
                null);
    }
}
