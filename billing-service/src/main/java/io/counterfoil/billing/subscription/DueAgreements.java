package io.counterfoil.billing.subscription;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** When each agreement is billed next: the earliest due day of its charges, those that are held left out. */
@Dependent
class DueAgreements {

    private final Database database;

    @Inject
    DueAgreements(Database database) {
        this.database = database;
    }

    /** Looks anew at the charges of these agreements, after any of them changed. */
    void follow(Collection<UUID> agreementIds) {
        if (agreementIds.isEmpty()) {
            return;
        }
        database.update(
                """
                with due as (
                  select agreement_id, legal_entity_id, min(next_due) as due_on from order_charge
                   where agreement_id = any(?) and next_due is not null and not held group by agreement_id, legal_entity_id
                ), over as (
                  delete from agreement_due d where d.agreement_id = any(?)
                     and not exists (select 1 from due where due.agreement_id = d.agreement_id)
                )
                insert into agreement_due as known select * from due
                on conflict (agreement_id) do update set due_on = excluded.due_on where known.due_on <> excluded.due_on
                """,
                agreementIds,
                agreementIds);
    }

    /** Agreements of an entity that are due by the day, the longest due first; read along an index. */
    List<UUID> by(String legalEntityId, LocalDate day, int limit) {
        return due(legalEntityId, day, limit, "");
    }

    /** The same, locked; those on which others work are passed over. */
    List<UUID> claim(String legalEntityId, LocalDate day, int limit) {
        return due(legalEntityId, day, limit, " for update skip locked");
    }

    private List<UUID> due(String legalEntityId, LocalDate day, int limit, String lock) {
        return database.query(
                        """
                        select agreement_id from agreement_due where legal_entity_id = ? and due_on <= ?
                         order by due_on, agreement_id limit ?
                        """
                                + lock,
                        legalEntityId,
                        day,
                        limit)
                .list(row -> row.uuid("agreement_id"));
    }

    /** The earliest day on which something falls due, by legal entity. */
    Map<String, LocalDate> next() {
        return database
                .query(
                        """
                        select * from (
                          select e.legal_entity_id, (select min(d.due_on) from agreement_due d
                                                      where d.legal_entity_id = e.legal_entity_id) due_on
                            from legal_entity e) earliest
                         where due_on is not null
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("due_on")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
