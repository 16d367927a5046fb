package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who stands above and below a customer on a day. Whoever was merged into a customer counts as part of it, so that what is
 * kept under its old id is seen here, and is its own again when the merge is undone.
 */
@Dependent
public class Family {

    /** One step down: by relationship, or by merge. */
    private static final String BELOW =
            """
            with recursive below(id, parent_id, depth) as (
              select ?::uuid, null::uuid, 0
              union
              select child.id, below.id, below.depth + 1 from below, lateral (
                select r.customer_id as id from customer_relationship r
                where r.other_id = below.id and r.kind = 'PARENT' and r.valid_from <= ?
                  and (r.valid_to is null or r.valid_to > ?)
                union all
                select c.id from customer c where c.merged_into = below.id
              ) as child
              where below.depth < 100
            )
            """;

    private final Database database;
    private final BusinessClock clock;

    @Inject
    public Family(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The day on which nobody names another. */
    public LocalDate today() {
        return clock.today(ZoneOffset.UTC);
    }

    /** Those above it, nearest first, itself first of all. */
    public List<UUID> above(UUID customerId, LocalDate day) {
        return database.query(
                        """
                        with recursive above(id, depth) as (
                          select survivor_of(?::uuid), 0
                          union
                          select survivor_of(r.other_id), above.depth + 1
                          from above join customer_relationship r on r.customer_id = above.id
                          where r.kind = 'PARENT' and r.valid_from <= ? and (r.valid_to is null or r.valid_to > ?)
                            and above.depth < 100
                        )
                        select id from above order by depth
                        """,
                        customerId,
                        day,
                        day)
                .list(row -> row.uuid("id"));
    }

    /** Itself and all below it. */
    public List<UUID> below(UUID customerId, LocalDate day) {
        return database.query("select id from family_below(?, ?) as below(id)", customerId, day)
                .list(row -> row.uuid("id"));
    }

    /** Those above it, nearest first, itself first of all, and what is wrong with the family, in one question. */
    public Line line(UUID customerId, LocalDate day) {
        return Relatives.line(database.query(
                        """
                        with recursive above(id, depth, path, circle) as (
                          select me.id, 0, array[me.id], false from survivor_of(?::uuid) as me(id)
                          union all
                          select up.id, above.depth + 1, above.path || up.id, up.id = any(above.path)
                          from above
                          join customer_relationship r on r.customer_id = above.id and r.kind = 'PARENT' and r.valid_from <= ?
                            and (r.valid_to is null or r.valid_to > ?),
                            lateral (select survivor_of(r.other_id) as id) as up
                          where not above.circle and above.depth < 100 and up.id <> above.id
                        ), found(place, id, depth) as (
                          select case when circle then 'CIRCLE' when depth = 0 then 'SELF' else 'PARENT' end, id, depth from above
                          union all
                          select 'BILL_TO', survivor_of(r.other_id), 1000
                          from above join customer_relationship r on r.customer_id = above.id and r.kind = 'BILL_TO'
                            and r.valid_from <= ? and (r.valid_to is null or r.valid_to > ?)
                          where above.depth = 0
                        )
                        select f.place, f.id, c.customer_number, c.state from found f join customer c on c.id = f.id order by f.depth
                        """,
                        customerId,
                        day,
                        day,
                        day,
                        day)
                .list(Relative::read));
    }

    /**
     * The line in which a customer stands.
     *
     * @param state its own; null for somebody unknown
     * @param above those above it, nearest first, itself first of all; empty for somebody unknown
     * @param flaw why no new business is done within the family; empty when all is well
     */
    public record Line(String state, List<UUID> above, Optional<Flaw> flaw) {}

    /**
     * What is wrong with a family: who stands above itself, or with whom no new business is done. Circles come about where a
     * customer is merged into one of those below it.
     *
     * @param dependsOn those on the way from the customer to it: when one of them changes it may be gone
     */
    public record Flaw(Kind kind, String customerNumber, String state, List<UUID> dependsOn) {

        /** As what it stands to the customer. */
        public enum Kind {
            CIRCLE,
            PARENT,
            BILL_TO
        }
    }

    List<Member> members(UUID root, LocalDate day) {
        return database.query(
                        BELOW
                                + """
                                select b.id, b.parent_id, b.depth, c.customer_number, c.legal_name, c.state
                                from below b join customer c on c.id = b.id order by b.depth, c.customer_number
                                """,
                        root,
                        day,
                        day)
                .list(Member::read);
    }

    /** One customer in the tree; without a parent it is the top. */
    public record Member(
            UUID customerId, String customerNumber, String legalName, String state, UUID parentId, int depth) {

        static Member read(Row row) {
            return new Member(
                    row.uuid("id"),
                    row.text("customer_number"),
                    row.text("legal_name"),
                    row.text("state"),
                    row.uuid("parent_id"),
                    row.intValue("depth"));
        }
    }
}
