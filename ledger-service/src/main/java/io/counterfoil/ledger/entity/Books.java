package io.counterfoil.ledger.entity;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What whoever posts must know of legal entities: the currency of their books, and which day it is there. */
@Dependent
public class Books {

    private final Database database;

    @Inject
    public Books(Database database) {
        this.database = database;
    }

    /** The books of these entities; refuses an entity that has none. */
    public Map<String, Book> of(Collection<String> legalEntityIds) {
        Map<String, Book> found = new HashMap<>();
        database.query("select * from legal_entity where id = any(?)", Set.copyOf(legalEntityIds))
                .list(Books::read)
                .forEach(book -> found.put(book.legalEntityId(), book));
        for (String id : legalEntityIds) {
            if (!found.containsKey(id)) {
                throw new UnknownLegalEntity(id);
            }
        }
        return found;
    }

    public Book of(String legalEntityId) {
        return of(List.of(legalEntityId)).get(legalEntityId);
    }

    public List<Book> all() {
        return database.query("select * from legal_entity order by id").list(Books::read);
    }

    private static Book read(Row row) {
        return new Book(
                row.text("id"), row.text("functional_currency"), ZoneId.of(row.text("time_zone")), row.date("since"));
    }

    /**
     * The books of one legal entity.
     *
     * @param since the day on which it was published
     */
    public record Book(String legalEntityId, String functionalCurrency, ZoneId zone, LocalDate since) {

        /** The day that it was there at that moment. */
        public LocalDate dayOf(Instant moment) {
            return LocalDate.ofInstant(moment, zone);
        }
    }
}
