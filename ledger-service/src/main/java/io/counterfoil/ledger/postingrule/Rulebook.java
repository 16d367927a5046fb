package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules by which events are posted. */
@Dependent
public class Rulebook {

    private final PostingRules rules;

    @Inject
    Rulebook(PostingRules rules) {
        this.rules = rules;
    }

    /** A rulebook without a container. */
    public static Rulebook on(Database database) {
        return new Rulebook(new PostingRules(database));
    }

    /** All rules of these entities, read at once, to be asked many times. */
    public Opened open(Collection<String> legalEntityIds) {
        return new Opened(rules.of(Set.copyOf(legalEntityIds)));
    }

    /** A version of a rule, whether it holds or not; its newest where none is named. */
    public Optional<PostingRule> find(String ruleId, Long version) {
        return version == null ? rules.newest(ruleId) : rules.version(ruleId, version);
    }

    /** All rules of an entity, as if this one alone had always held for its purpose. */
    public Opened openAsIf(PostingRule tried) {
        List<PostingRule> others = rules.of(Set.of(tried.legalEntityId())).stream()
                .filter(rule -> rule.purpose() != tried.purpose())
                .toList();
        List<PostingRule> all = new ArrayList<>(others);
        all.add(tried.always());
        return new Opened(all);
    }

    /** The rules as they were when the book was opened. */
    public record Opened(List<PostingRule> rules) {

        /** The newest version that holds on the date; refuses when there is none. */
        public PostingRule rule(String legalEntityId, Purpose purpose, LocalDate date) {
            return rules.stream()
                    .filter(rule ->
                            rule.purpose() == purpose && rule.legalEntityId().equals(legalEntityId))
                    .filter(rule -> rule.holdsOn(date))
                    .max(Comparator.comparing(PostingRule::validFrom).thenComparing(PostingRule::version))
                    .orElseThrow(() -> NoPostingRule.forPurpose(legalEntityId, purpose, date));
        }
    }
}
