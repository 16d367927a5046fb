package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All relationships, each with its time. What ended stays, for the days on which it was. */
@Dependent
class Relationships {

    private final Database database;

    @Inject
    Relationships(Database database) {
        this.database = database;
    }

    /** Relationships change one after the other: of two that close a circle together, the second sees the first. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtextextended('customer-hierarchy', 0)) is null as held")
                .one(row -> row.bool("held"));
    }

    Relationship get(UUID id) {
        return database.query("select * from customer_relationship where id = ?", id)
                .one(Relationship::read)
                .orElseThrow(() -> new NotFound("relationship", id));
    }

    /** Those of the customer that stand on the day, or all there ever were. */
    List<Relationship> of(UUID customerId, LocalDate day) {
        return database.query(
                        """
                        select * from customer_relationship
                        where customer_id = ?
                          and (?::date is null or valid_from <= ?::date and (valid_to is null or valid_to > ?::date))
                        order by valid_from, id
                        """,
                        customerId,
                        day,
                        day,
                        day)
                .list(Relationship::read);
    }

    void add(Relationship made) {
        database.update(
                """
                insert into customer_relationship (id, customer_id, kind, other_id, valid_from, valid_to, reason, set_by, set_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                made.relationshipId(),
                made.customerId(),
                made.kind(),
                made.otherId(),
                made.validFrom(),
                made.validTo(),
                made.reason(),
                made.setBy(),
                made.setAt());
    }

    void end(UUID id, LocalDate day) {
        database.update("update customer_relationship set valid_to = ? where id = ?", day, id);
    }

    /** Whether the customer stands above the other one on any day from then on. */
    boolean isAbove(UUID customerId, UUID otherId, RelationshipKind kind, LocalDate from) {
        return database.query(
                        """
                        with recursive above(id) as (
                          select ?::uuid
                          union
                          select r.other_id from above join customer_relationship r on r.customer_id = above.id
                          where r.kind = ? and (r.valid_to is null or r.valid_to > ?)
                        )
                        select 1 from above where id = ?
                        """,
                        otherId,
                        kind,
                        from,
                        customerId)
                .one(row -> true)
                .orElse(false);
    }
}
