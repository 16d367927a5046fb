package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.account.Chart;
import io.counterfoil.ledger.dimension.Dimensions;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a posting rule, or its next version; it holds once another person approves it. */
@UseCase
class ActivatePostingRule {

    private final PostingRules rules;
    private final Books books;
    private final Chart chart;
    private final Dimensions dimensions;
    private final BusinessClock clock;

    @Inject
    ActivatePostingRule(PostingRules rules, Books books, Chart chart, Dimensions dimensions, BusinessClock clock) {
        this.rules = rules;
        this.books = books;
        this.chart = chart;
        this.dimensions = dimensions;
        this.clock = clock;
    }

    Outcome handle(String id, PostingRuleJson.Request told, String ifMatch, String by) {
        check(told);
        rules.lock(id);
        Optional<PostingRule> newest = rules.newest(id);
        if (newest.isPresent()) {
            PostingRule before = newest.get();
            if (PostingRuleJson.of(before).equals(PostingRuleJson.of(told.asRule(id, before.version())))) {
                return new Outcome(before, false);
            }
            ETags.require(ifMatch, before.version());
            if (!before.legalEntityId().equals(told.legalEntityId()) || before.purpose() != told.purpose()) {
                throw new PostingRuleScopeFixed(before);
            }
        }
        PostingRule next = told.asRule(id, newest.map(PostingRule::version).orElse(0L) + 1);
        rules.add(next, by, clock.now());
        return new Outcome(next, newest.isEmpty());
    }

    private void check(PostingRuleJson.Request told) {
        books.of(told.legalEntityId());
        if (told.validTo() != null && !told.validTo().isAfter(told.validFrom())) {
            throw new Invalid("/validTo", "must be after validFrom");
        }
        Set<String> missing = chart.missing(told.legalEntityId(), told.accounts());
        if (!missing.isEmpty()) {
            throw new Invalid("/lines", "no accounts of " + told.legalEntityId() + ": " + missing);
        }
        List<PostingRule.Line> lines = told.asRule("", 0).lines();
        Dimensions.Opened listed = dimensions.open(Set.of(told.legalEntityId()));
        lines.forEach(line -> listed.require(told.legalEntityId(), line.dimensions(), told.validFrom()));
        checkLines(told.purpose(), lines);
    }

    private static void checkLines(Purpose purpose, List<PostingRule.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            PostingRule.Line line = lines.get(i);
            if (!line.item().occursIn(purpose)) {
                throw new Invalid("/lines/" + i + "/item", line.item() + " does not occur in " + purpose);
            }
            for (int k = 0; k < i; k++) {
                if (isAmbiguous(lines.get(k), line)) {
                    throw new Invalid(
                            "/lines/" + i, "covers something that line " + k + " covers with as many criteria");
                }
            }
        }
    }

    private static boolean isAmbiguous(PostingRule.Line one, PostingRule.Line other) {
        return one.item() == other.item()
                && one.traits().specificity() == other.traits().specificity()
                && one.traits().overlaps(other.traits());
    }

    /** What stands now, and whether it is the first version. */
    record Outcome(PostingRule rule, boolean created) {}
}
