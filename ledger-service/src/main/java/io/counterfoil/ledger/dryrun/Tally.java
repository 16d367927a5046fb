package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.journal.JournalEntryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came out the same, and adds up by account what did not. */
final class Tally {

    private final Map<String, Moved> accounts = new TreeMap<>();
    private final List<DryRunJson.Entry> entries = new ArrayList<>();
    private int same;

    private record Moved(String code, String name, Money posted, Money wouldPost) {

        private Moved and(Moved other) {
            return new Moved(code, name, posted.plus(other.posted), wouldPost.plus(other.wouldPost));
        }
    }

    void add(Posted posted, String number, java.time.LocalDate day, List<JournalEntryJson.Posting> would) {
        if (alike(posted.postings(), would)) {
            same++;
            return;
        }
        posted.postings().forEach(each -> move(each, true));
        would.forEach(each -> move(each, false));
        entries.add(new DryRunJson.Entry(
                posted.entryId() == null ? DryRunJson.Outcome.NEWLY_POSTED : DryRunJson.Outcome.DIFFERENT,
                posted.eventId(),
                posted.entryNumber(),
                number,
                day,
                null,
                posted.postings(),
                would));
    }

    void refused(Posted posted, String why) {
        entries.add(new DryRunJson.Entry(
                DryRunJson.Outcome.REFUSED,
                posted.eventId(),
                posted.entryNumber(),
                posted.documentNumber(),
                posted.effectiveDate(),
                why,
                posted.postings(),
                List.of()));
    }

    int same() {
        return same;
    }

    int count(DryRunJson.Outcome outcome) {
        return (int) entries.stream().filter(each -> each.outcome() == outcome).count();
    }

    List<DryRunJson.Entry> entries() {
        return List.copyOf(entries);
    }

    List<DryRunJson.Account> accounts() {
        return accounts.values().stream()
                .filter(each -> !each.posted().equals(each.wouldPost()))
                .map(each -> new DryRunJson.Account(
                        each.code(),
                        each.name(),
                        each.posted(),
                        each.wouldPost(),
                        each.wouldPost().minus(each.posted())))
                .toList();
    }

    private void move(JournalEntryJson.Posting posting, boolean was) {
        Money debit = posting.side() == Side.DEBIT
                ? posting.amount()
                : posting.amount().negated();
        Money none = Money.zero(debit.currency());
        accounts.merge(
                posting.account() + " " + debit.currency(),
                new Moved(posting.account(), posting.accountName(), was ? debit : none, was ? none : debit),
                Moved::and);
    }

    /** The same postings in any order; their numbers and the names of accounts say nothing. */
    private static boolean alike(List<JournalEntryJson.Posting> one, List<JournalEntryJson.Posting> other) {
        return canonical(one).equals(canonical(other));
    }

    private static List<String> canonical(List<JournalEntryJson.Posting> postings) {
        return postings.stream()
                .map(each -> String.join(
                        "|",
                        each.account(),
                        each.side().name(),
                        each.amount().toString(),
                        each.functionalAmount().toString(),
                        new TreeMap<>(each.dimensions()).toString()))
                .sorted()
                .toList();
    }
}
