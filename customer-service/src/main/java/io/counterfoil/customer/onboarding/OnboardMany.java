package io.counterfoil.customer.onboarding;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.GoldenRecords.Beginning;
import io.counterfoil.customer.matching.Account;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.matching.Verdict;
import io.counterfoil.customer.onboarding.OnboardCustomer.Onboarded;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is plain among many words is done as one set: who is new and like nobody becomes a customer, and of who is known by
 * the reference and of whom nothing new is said the record is the answer. The others are left for one by one.
 */
@UseCase
class OnboardMany {

    private final Matching matching;
    private final GoldenRecords records;
    private final Reviews reviews;

    @Inject
    OnboardMany(Matching matching, GoldenRecords records, Reviews reviews) {
        this.matching = matching;
        this.records = records;
        this.reviews = reviews;
    }

    /** The records of those that were plain. */
    Map<Word, Onboarded> handle(List<Word> words) {
        Map<Account, Word> asked = new LinkedHashMap<>();
        words.forEach(word -> asked.putIfAbsent(word.account(), word));
        Map<Word, Onboarded> onboarded = new HashMap<>();
        Gathering.within(() -> {
            matching.lock(List.copyOf(asked.keySet()));
            Set<Account> distinct = matching.distinct(asked.keySet());
            List<Verdict> verdicts = matching.findAll(List.copyOf(distinct));
            onboarded.putAll(known(asked, distinct, verdicts));
            onboarded.putAll(begun(asked, distinct, verdicts));
        });
        return onboarded;
    }

    private Map<Word, Onboarded> known(Map<Account, Word> asked, Set<Account> distinct, List<Verdict> verdicts) {
        Map<java.util.UUID, GoldenRecord> holders = records
                .list(verdicts.stream()
                        .filter(verdict -> isKnown(verdict))
                        .map(Verdict::customerId)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(GoldenRecord::customerId, record -> record));
        Map<Word, Onboarded> known = new HashMap<>();
        each(asked, distinct, verdicts, (word, verdict) -> {
            GoldenRecord now = isKnown(verdict) ? holders.get(verdict.customerId()) : null;
            if (now != null && isNoNews(word, now)) {
                known.put(word, new Onboarded(now, MatchedBy.REFERENCE));
            }
        });
        return known;
    }

    private static boolean isKnown(Verdict verdict) {
        return MatchedBy.REFERENCE.name().equals(verdict.outcome());
    }

    /** Nothing is said that the record does not say already. */
    private static boolean isNoNews(Word word, GoldenRecord now) {
        return now.references().contains(word.reference())
                && word.said().proposal().stateAfter(now.state()) == now.state()
                && !now.state().isFinal()
                && word.said().attributes().over(now.attributes()).equals(now.attributes());
    }

    private Map<Word, Onboarded> begun(Map<Account, Word> asked, Set<Account> distinct, List<Verdict> verdicts) {
        List<Word> fresh = new ArrayList<>();
        each(asked, distinct, verdicts, (word, verdict) -> {
            if (verdict.outcome().equals("NEW") && records.isWhole(word.said().attributes())) {
                fresh.add(word);
            }
        });
        Set<String> reviewed =
                reviews.openOf(fresh.stream().map(Word::reference).toList());
        fresh.removeIf(word -> reviewed.contains(word.reference().toString()));
        List<GoldenRecord> made = records.begin(fresh.stream()
                .map(word -> new Beginning(word.said().proposal(), word.reference(), word::within))
                .toList());
        Map<Word, Onboarded> begun = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            begun.put(fresh.get(i), new Onboarded(made.get(i), MatchedBy.NONE));
        }
        return begun;
    }

    private interface Look {
        void at(Word word, Verdict verdict);
    }

    private static void each(Map<Account, Word> asked, Set<Account> distinct, List<Verdict> verdicts, Look look) {
        int at = 0;
        for (Account account : distinct) {
            look.at(asked.get(account), verdicts.get(at++));
        }
    }
}
