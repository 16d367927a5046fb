package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When each agreement is billed next: the earliest due day of its charges, those that are held left out. */
@Dependent
class DueAgreements {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    DueAgreements(Database database, BusinessClock clock) {
        this.clock = clock;
        this.database = database;
    }

    /** The same of agreements that are new: their charges say it, and nothing of them is held. */
    void begin(List<Account> accounts) {
        follow(accounts.stream()
                .filter(account -> account.agreement().timeZone() != null)
                .map(account -> account.agreement().agreementId())
                .toList());
        database.append(
                "agreement_due",
                "agreement_id, legal_entity_id, due_on",
                accounts.stream()
                        .filter(account -> account.agreement().timeZone() == null)
                        .flatMap(account -> first(account).stream())
                        .toList());
    }

    private static Optional<Object[]> first(Account account) {
        return account.charges().stream()
                .map(OrderCharge::nextDue)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(day -> new Object[] {
                    account.agreement().agreementId(), account.agreement().legalEntityId(), day
                });
    }

    /** Looks anew at the charges of these agreements, after any of them changed. */
    void follow(Collection<UUID> agreementIds) {
        if (agreementIds.isEmpty()) {
            return;
        }
        database.update(
                """
                with due as (
                  select c.agreement_id, c.legal_entity_id, a.time_zone, min(c.next_due) as due_on
                    from order_charge c join agreement a using (agreement_id)
                   where c.agreement_id = any(?) and c.next_due is not null and not c.held
                   group by c.agreement_id, c.legal_entity_id, a.time_zone
                ), over as (
                  delete from agreement_due d where d.agreement_id = any(?)
                     and not exists (select 1 from due where due.agreement_id = d.agreement_id)
                ), over_elsewhere as (
                  delete from agreement_due_elsewhere d where d.agreement_id = any(?)
                     and not exists (select 1 from due where due.agreement_id = d.agreement_id)
                ), elsewhere as (
                  insert into agreement_due_elsewhere
                  select agreement_id, legal_entity_id, due_on::timestamp at time zone time_zone
                    from due where time_zone is not null
                  on conflict (agreement_id) do update set due_at = excluded.due_at
                )
                insert into agreement_due as known
                select agreement_id, legal_entity_id, due_on from due where time_zone is null
                on conflict (agreement_id) do update set due_on = excluded.due_on where known.due_on <> excluded.due_on
                """,
                agreementIds,
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
        List<UUID> here = here(legalEntityId, day, limit, lock);
        return here.size() == limit
                ? here
                : Stream.concat(here.stream(), elsewhere(legalEntityId, day, limit - here.size(), lock).stream())
                        .toList();
    }

    /** Where the customer's own day has begun; of a day to come, all that begins with the seller's. */
    private List<UUID> elsewhere(String legalEntityId, LocalDate day, int limit, String lock) {
        return database.query(
                        """
                        select d.agreement_id from agreement_due_elsewhere d
                         where d.legal_entity_id = ? and d.due_at <= greatest(?, (select ?::date::timestamp at time zone e.time_zone
                                 from legal_entity e where e.legal_entity_id = d.legal_entity_id))
                         order by d.due_at, d.agreement_id limit ?
                        """
                                + lock,
                        legalEntityId,
                        clock.now(),
                        day,
                        limit)
                .list(row -> row.uuid("agreement_id"));
    }

    /** The next moment at which something falls due in a time zone of its own. */
    Optional<Instant> nextElsewhere() {
        return database.query(
                        "select next from (select min(due_at) as next from agreement_due_elsewhere) m where next is not null")
                .one(row -> row.instant("next"));
    }

    private List<UUID> here(String legalEntityId, LocalDate day, int limit, String lock) {
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
