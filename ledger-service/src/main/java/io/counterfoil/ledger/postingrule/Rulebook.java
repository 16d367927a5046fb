package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules by which events are posted. */
@Dependent
public class Rulebook {

    private final PostingRules rules;
    private final Remembered remembered;

    @Inject
    Rulebook(PostingRules rules, Remembered remembered) {
        this.rules = rules;
        this.remembered = remembered;
    }

    /** A rulebook without a container. */
    public static Rulebook on(Database database) {
        return new Rulebook(new PostingRules(database), new Remembered(database));
    }

    /** All rules of these entities, read at once, to be asked many times. */
    public Opened open(Collection<String> legalEntityIds) {
        return new Opened(remembered.of(Rulebook.class, legalEntityIds, this::read).values().stream()
                .flatMap(List::stream)
                .toList());
    }

    private Map<String, List<PostingRule>> read(Set<String> legalEntityIds) {
        Map<String, List<PostingRule>> read =
                rules.of(legalEntityIds).stream().collect(Collectors.groupingBy(PostingRule::legalEntityId));
        legalEntityIds.forEach(id -> read.computeIfAbsent(id, none -> List.of()));
        return read;
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

        private static final Comparator<PostingRule> NEWEST_LAST =
                Comparator.comparing(PostingRule::validFrom).thenComparing(PostingRule::version);

        /** Whether there is one that holds on the date. */
        public boolean has(String legalEntityId, Purpose purpose, LocalDate date) {
            return rules.stream()
                    .anyMatch(rule -> rule.purpose() == purpose
                            && rule.legalEntityId().equals(legalEntityId)
                            && rule.holdsOn(date));
        }

        /** The newest version that holds on the date; refuses when there is none. */
        public PostingRule rule(String legalEntityId, Purpose purpose, LocalDate date) {
            PostingRule newest = null;
            for (PostingRule rule : rules) {
                if (rule.purpose() == purpose
                        && rule.legalEntityId().equals(legalEntityId)
                        && rule.holdsOn(date)
                        && (newest == null || NEWEST_LAST.compare(newest, rule) < 0)) {
                    newest = rule;
                }
            }
            if (newest == null) {
                throw NoPostingRule.forPurpose(legalEntityId, purpose, date);
            }
            return newest;
        }
    }
}
