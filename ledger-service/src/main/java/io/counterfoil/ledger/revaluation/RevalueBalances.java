package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.entity.Policy;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Document.Kind;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.rate.Rate;
import io.counterfoil.ledger.rate.Rates;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Values the foreign balances of a legal entity as of a day, one entry for each account and currency. */
@UseCase
class RevalueBalances {

    private final Books books;
    private final ForeignPositions positions;
    private final Rates rates;
    private final Rulebook rulebook;
    private final Journal journal;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    RevalueBalances(
            Books books,
            ForeignPositions positions,
            Rates rates,
            Rulebook rulebook,
            Journal journal,
            BusinessClock clock,
            Outbox outbox) {
        this.books = books;
        this.positions = positions;
        this.rates = rates;
        this.rulebook = rulebook;
        this.journal = journal;
        this.clock = clock;
        this.outbox = outbox;
    }

    RevaluationJson handle(RevaluationJson.Request asked, String by) {
        Books.Book book = books.of(asked.legalEntityId());
        String functional = book.functionalCurrency();
        boolean reversing = book.policy(Policy.FX_REVALUATION, asked.date()).equals("REVERSING");
        PostingRule rule = rulebook.open(Set.of(asked.legalEntityId()))
                .rule(asked.legalEntityId(), Purpose.REVALUATION, asked.date());
        List<RevaluationJson.Valued> valued = new ArrayList<>();
        List<JournalEntry> entries = new ArrayList<>();
        for (ForeignPositions.Position each : positions.of(asked.legalEntityId(), functional, asked.date())) {
            Rate rate = rates.closing(new Rates.Wanted(each.balance().currency(), functional, asked.date()))
                    .orElseThrow(() -> new NoClosingRate(each.balance().currency(), functional, asked.date()));
            Money worth = rate.convert(each.balance());
            Money difference = worth.minus(each.booked());
            valued.add(new RevaluationJson.Valued(
                    each.account().code(),
                    each.balance(),
                    each.booked(),
                    worth,
                    difference,
                    rate.value().toPlainString()));
            if (!difference.isZero()) {
                post(entries, asked, rule, each, difference, rate, by, reversing);
            }
        }
        journal.post(entries);
        String policy = reversing ? "REVERSING" : "CUMULATIVE";
        outbox.publish(new BalancesRevalued(asked.legalEntityId(), asked.date(), policy, by, clock.now()));
        return new RevaluationJson(asked.legalEntityId(), asked.date(), policy, functional, valued);
    }

    private void post(
            List<JournalEntry> entries,
            RevaluationJson.Request asked,
            PostingRule rule,
            ForeignPositions.Position position,
            Money difference,
            Rate rate,
            String by,
            boolean reversing) {
        UUID causeId = causeId(asked, position);
        if (positions.isDone(causeId)) {
            throw new AlreadyRevalued(asked.legalEntityId(), asked.date());
        }
        JournalEntry entry = entry(rule, position, difference, asked.date(), rate, causeId, null, by);
        entries.add(entry);
        if (reversing) {
            LocalDate next = asked.date().plusDays(1);
            UUID backId = EventIds.derived(causeId, "REVERSING");
            entries.add(entry(rule, position, difference.negated(), next, rate, backId, entry.id(), by));
        }
    }

    private static UUID causeId(RevaluationJson.Request asked, ForeignPositions.Position position) {
        String key = "revaluation|" + position.account().id() + "|"
                + position.balance().currency() + "|" + asked.date();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static JournalEntry entry(
            PostingRule rule,
            ForeignPositions.Position position,
            Money difference,
            LocalDate day,
            Rate rate,
            UUID causeId,
            UUID reverses,
            String by) {
        PostingRule.Line line = rule.lineFor(Item.REVALUED, Traits.NONE);
        boolean gain = difference.isPositive();
        Money nothing = Money.zero(position.balance().currency());
        Tag tag = new Tag(Item.REVALUED.name(), causeId, Map.of());
        List<JournalEntry.Posting> postings = List.of(
                new JournalEntry.Posting(
                        position.account(), gain ? Side.DEBIT : Side.CREDIT, nothing, difference.abs(), tag),
                new JournalEntry.Posting(
                        gain ? line.credit() : line.debit(),
                        gain ? Side.CREDIT : Side.DEBIT,
                        nothing,
                        difference.abs(),
                        tag));
        Purpose purpose = reverses == null ? Purpose.REVALUATION : Purpose.REVERSAL;
        Correlation correlation = new Correlation(Correlation.current().correlationId(), causeId.toString(), by);
        return new JournalEntry(
                EventIds.derived(causeId, purpose.name()),
                rule.legalEntityId(),
                nothing.currency(),
                purpose,
                day,
                new JournalEntry.Cause(causeId, "revaluation", null, correlation, null),
                new JournalEntry.Document(
                        Kind.REVALUATION, causeId, position.account().code() + " " + day, null, null, null),
                rule,
                new JournalEntry.Valuation(rate, null),
                reverses,
                postings);
    }
}
