package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.dimension.Dimensions;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.period.PostingCalendar;
import io.counterfoil.ledger.period.PostingCalendar.Happened;
import io.counterfoil.ledger.period.PostingCalendar.PostingDate;
import io.counterfoil.ledger.period.SubLedger;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.rate.Rate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The book into which entries are only ever added. */
@Dependent
public class Journal {

    private final Books books;
    private final PostingCalendar calendar;
    private final Valuations valuations;
    private final Dimensions dimensions;
    private final JournalRows rows;
    private final JournalEntries written;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    Journal(
            Books books,
            PostingCalendar calendar,
            Valuations valuations,
            Dimensions dimensions,
            JournalRows rows,
            JournalEntries written,
            BusinessClock clock,
            Outbox outbox) {
        this.books = books;
        this.calendar = calendar;
        this.valuations = valuations;
        this.dimensions = dimensions;
        this.rows = rows;
        this.written = written;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Posts entries, all or none, and tells of each; a few statements, however many they are. */
    public void post(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, Books.Book> known =
                books.of(entries.stream().map(JournalEntry::legalEntityId).collect(Collectors.toSet()));
        Map<Happened, PostingDate> dates =
                calendar.dates(entries.stream().map(Journal::happened).toList());
        Valuations.Opened rates = valuations.of(entries, known, dates);
        List<NumberedEntry> numbered = numbered(entries, known, dates, rates);
        rows.add(numbered, clock.now());
        valuations.keep(numbered);
        outbox.publishAll(numbered.stream().map(NumberedEntry::fact).toList());
    }

    private List<NumberedEntry> numbered(
            List<JournalEntry> entries,
            Map<String, Books.Book> known,
            Map<Happened, PostingDate> dates,
            Valuations.Opened rates) {
        Map<String, Long> counts = entries.stream()
                .collect(Collectors.groupingBy(JournalEntry::legalEntityId, TreeMap::new, Collectors.counting()));
        Map<String, Iterator<String>> numbers = new TreeMap<>();
        counts.forEach((legalEntityId, count) -> numbers.put(legalEntityId, rows.numbers(legalEntityId, count)));
        Dimensions.Opened listed = dimensions.open(counts.keySet());
        List<NumberedEntry> numbered = new ArrayList<>(entries.size());
        for (JournalEntry entry : entries) {
            String functional = known.get(entry.legalEntityId()).functionalCurrency();
            Rate rate = rates.rate(entry, functional);
            requireValid(entry, dates.get(happened(entry)).date(), listed);
            numbered.add(new NumberedEntry(
                    entry,
                    numbers.get(entry.legalEntityId()).next(),
                    dates.get(happened(entry)),
                    functional,
                    rate,
                    new Valuer(functional, rate).value(entry)));
        }
        return numbered;
    }

    private static void requireValid(JournalEntry entry, LocalDate postingDate, Dimensions.Opened listed) {
        for (JournalEntry.Posting posting : entry.postings()) {
            if (!posting.account().isValidOn(postingDate)) {
                throw new AccountNotValid(posting.account(), postingDate);
            }
            listed.require(entry.legalEntityId(), posting.tag().dimensions(), postingDate);
        }
    }

    /** What the postings of an entry would be worth in the books; nothing is written. */
    public List<JournalEntry.Posting> worth(JournalEntry entry, Rate kept) {
        String functional = books.of(entry.legalEntityId()).functionalCurrency();
        Rate rate = kept;
        if (rate == null && !functional.equals(entry.currency())) {
            Map<Happened, PostingDate> dates = Map.of(happened(entry), new PostingDate(entry.effectiveDate(), false));
            rate = valuations
                    .of(List.of(entry), Map.of(entry.legalEntityId(), books.of(entry.legalEntityId())), dates)
                    .rate(entry, functional);
        }
        return new Valuer(functional, rate).value(entry);
    }

    static Happened happened(JournalEntry entry) {
        return new Happened(entry.legalEntityId(), entry.effectiveDate(), SubLedger.of(entry.purpose()));
    }

    /** An account of the books, as postings name it. */
    public PostingRule.Account account(String legalEntityId, String code) {
        return rows.account(legalEntityId, code);
    }

    /** The entry with its sides turned, worth what it was worth; none where it is not to be taken back. */
    public Optional<JournalEntry> mirror(
            UUID entryId, LocalDate day, JournalEntry.Cause cause, Predicate<JournalEntryJson> allowed) {
        return written.find(entryId)
                .filter(original -> original.reversedBy() == null)
                .filter(allowed)
                .map(original -> mirrored(original, day, cause));
    }

    private JournalEntry mirrored(JournalEntryJson original, LocalDate day, JournalEntry.Cause cause) {
        List<JournalEntry.Posting> turned = original.postings().stream()
                .map(each -> new JournalEntry.Posting(
                        rows.account(original.legalEntityId(), each.account()),
                        each.side().opposite(),
                        each.amount(),
                        each.functionalAmount(),
                        new JournalEntry.Tag("REVERSED", null, each.dimensions())))
                .toList();
        JournalEntryJson.Document about = original.document();
        return new JournalEntry(
                EventIds.derived(cause.eventId(), Purpose.REVERSAL.name()),
                original.legalEntityId(),
                original.currency(),
                Purpose.REVERSAL,
                day,
                cause,
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.valueOf(about.type()),
                        about.id(),
                        about.number(),
                        about.customerId(),
                        about.contractId(),
                        about.orderId()),
                null,
                JournalEntry.Valuation.OF_THE_DAY,
                original.entryId(),
                turned);
    }
}
