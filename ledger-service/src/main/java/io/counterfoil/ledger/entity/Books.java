package io.counterfoil.ledger.entity;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What whoever posts must know of legal entities: the currency of their books, and which day it is there. */
@Dependent
public class Books {

    private final Database database;
    private final Remembered remembered;

    @Inject
    public Books(Database database, Remembered remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    /** The books of these entities; refuses an entity that has none. */
    public Map<String, Book> of(Collection<String> legalEntityIds) {
        Map<String, Book> found = remembered.of(Books.class, legalEntityIds, this::read);
        for (String id : legalEntityIds) {
            if (!found.containsKey(id)) {
                throw new UnknownLegalEntity(id);
            }
        }
        return found;
    }

    private Map<String, Book> read(Set<String> legalEntityIds) {
        Map<String, Book> found = new HashMap<>();
        Map<String, List<Choice>> choices = choices();
        database.query("select * from legal_entity where id = any(?)", legalEntityIds)
                .list(row -> read(row, choices))
                .forEach(book -> found.put(book.legalEntityId(), book));
        return found;
    }

    public Book of(String legalEntityId) {
        return of(List.of(legalEntityId)).get(legalEntityId);
    }

    public List<Book> all() {
        Map<String, List<Choice>> choices = choices();
        return database.query("select * from legal_entity order by id").list(row -> read(row, choices));
    }

    private Map<String, List<Choice>> choices() {
        Map<String, List<Choice>> choices = new HashMap<>();
        database.query("select * from accounting_policy order by valid_from, version")
                .list(row -> choices.computeIfAbsent(row.text("legal_entity_id"), id -> new ArrayList<>())
                        .add(new Choice(row.text("name"), row.date("valid_from"), row.text("value"))));
        return choices;
    }

    private static Book read(Row row, Map<String, List<Choice>> choices) {
        return new Book(
                row.text("id"),
                row.text("functional_currency"),
                ZoneId.of(row.text("time_zone")),
                row.date("since"),
                choices.getOrDefault(row.text("id"), List.of()));
    }

    /** What the entity has chosen of a policy, from a day on. */
    public record Choice(String policy, LocalDate validFrom, String value) {}

    /**
     * The books of one legal entity.
     *
     * @param since the day on which it was published
     * @param choices of its policies, oldest first
     */
    public record Book(
            String legalEntityId, String functionalCurrency, ZoneId zone, LocalDate since, List<Choice> choices) {

        public Book(String legalEntityId, String functionalCurrency, ZoneId zone, LocalDate since) {
            this(legalEntityId, functionalCurrency, zone, since, List.of());
        }

        /** What holds of a policy on a day. */
        public String policy(Policy policy, LocalDate day) {
            String value = policy.byItself();
            for (Choice choice : choices) {
                if (choice.policy().equals(policy.label())
                        && !choice.validFrom().isAfter(day)) {
                    value = choice.value();
                }
            }
            return value;
        }

        /** The day that it was there at that moment. */
        public LocalDate dayOf(Instant moment) {
            return LocalDate.ofInstant(moment, zone);
        }
    }
}
