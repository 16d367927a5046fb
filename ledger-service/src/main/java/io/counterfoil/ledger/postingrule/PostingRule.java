package io.counterfoil.ledger.postingrule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of the rule by which a legal entity posts for one purpose. A version is never changed: a new one is
 * activated, and each entry names the version that made it.
 *
 * @param validFrom first effective date for which it holds
 * @param validTo first effective date for which it no longer holds; null for ever
 */
public record PostingRule(
        String ruleId,
        long version,
        String legalEntityId,
        Purpose purpose,
        LocalDate validFrom,
        LocalDate validTo,
        List<Line> lines) {

    /** An account as a posting names it. */
    public record Account(String id, String code, String name, LocalDate validFrom, LocalDate validTo) {

        public Account(String id, String code, String name) {
            this(id, code, name, null, null);
        }

        /** Whether it may be posted to on that posting date. */
        public boolean isValidOn(LocalDate date) {
            return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || date.isBefore(validTo));
        }
    }

    /**
     * Which accounts an item with such traits moves.
     *
     * @param dimensions what its postings carry beside what the event tells, such as a cost centre
     */
    public record Line(Item item, Traits traits, Account debit, Account credit, Map<String, String> dimensions) {

        public Line(Item item, Traits traits, Account debit, Account credit) {
            this(item, traits, debit, credit, Map.of());
        }

        /** The same movement the other way. */
        public Line reversed() {
            return new Line(item, traits, credit, debit, dimensions);
        }
    }

    PostingRule always() {
        return new PostingRule(ruleId, version, legalEntityId, purpose, LocalDate.MIN, null, lines);
    }

    boolean holdsOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
    }

    /** The line with the most criteria of those that cover the item; refuses when there is none. */
    public Line lineFor(Item item, Traits actual) {
        return find(item, actual).orElseThrow(() -> NoPostingRule.forItem(this, item, actual));
    }

    /** The line that covers the item, where the rule has one. */
    public Optional<Line> find(Item item, Traits actual) {
        Line best = null;
        for (Line line : lines) {
            if (line.item() == item
                    && line.traits().covers(actual)
                    && (best == null
                            || line.traits().specificity() > best.traits().specificity())) {
                best = line;
            }
        }
        return Optional.ofNullable(best);
    }
}
