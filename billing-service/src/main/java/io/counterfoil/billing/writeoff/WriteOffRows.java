package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.writeoff.WriteOff.State;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The write-offs. */
@Dependent
class WriteOffRows {

    private final Database database;

    @Inject
    WriteOffRows(Database database) {
        this.database = database;
    }

    void addAll(List<WriteOff> proposals) {
        database.batch(
                """
                insert into write_off (write_off_id, invoice_id, customer_id, legal_entity_id, currency, amount_minor,
                    reason_code, reason, proposed_by, proposed_at, state, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                proposals.stream()
                        .map(w -> new Object[] {
                            w.writeOffId(),
                            w.invoiceId(),
                            w.customerId(),
                            w.legalEntityId(),
                            w.amount().currency(),
                            w.amount().minor(),
                            w.reasonCode(),
                            w.reason(),
                            w.proposedBy(),
                            w.proposedAt(),
                            w.state(),
                            w.version()
                        })
                        .toList());
    }

    void write(WriteOff changed) {
        database.update(
                """
                update write_off set amount_minor = ?, recovered_minor = ?, state = ?, decided_by = ?, decided_at = ?,
                       event_id = ?, version = ? where write_off_id = ?
                """,
                changed.amount().minor(),
                changed.recovered().minor(),
                changed.state(),
                changed.decidedBy(),
                changed.decidedAt(),
                changed.eventId(),
                changed.version(),
                changed.writeOffId());
    }

    Optional<WriteOff> byId(UUID id, boolean locked) {
        return database.query("select * from write_off where write_off_id = ?" + (locked ? " for update" : ""), id)
                .one(WriteOffRows::read);
    }

    /** What was given up of an invoice, locked, the first first. */
    List<WriteOff> approved(UUID invoiceId) {
        return database.query(
                        """
                        select * from write_off where invoice_id = ? and state = 'APPROVED' order by decided_at, write_off_id
                           for update
                        """,
                        invoiceId)
                .list(WriteOffRows::read);
    }

    /** What of these invoices is disputed and so can't be given up; those of which nothing is are not named. */
    Map<UUID, Money> disputed(Collection<UUID> invoiceIds) {
        return database
                .query(
                        """
                        select invoice_id, amount_minor, currency from invoice_dispute
                         where invoice_id = any(?) and state = 'OPENED'
                        """,
                        invoiceIds)
                .list(row -> Map.entry(row.uuid("invoice_id"), row.money("amount_minor", "currency")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** For which of these invoices a proposal waits for its decision. */
    Set<UUID> proposed(Collection<UUID> invoiceIds) {
        return database
                .query("select invoice_id from write_off where invoice_id = any(?) and state = 'PROPOSED'", invoiceIds)
                .list(row -> row.uuid("invoice_id"))
                .stream()
                .collect(Collectors.toSet());
    }

    /** A page in the order of their ids; what is null does not filter. */
    List<WriteOff> page(State state, UUID invoiceId, UUID after, int limit) {
        return database.query(
                        """
                        select * from write_off
                         where (?::text is null or state = ?) and (?::uuid is null or invoice_id = ?)
                           and (?::uuid is null or write_off_id > ?)
                         order by write_off_id limit ?
                        """,
                        state,
                        state,
                        invoiceId,
                        invoiceId,
                        after,
                        after,
                        limit)
                .list(WriteOffRows::read);
    }

    private static WriteOff read(Row row) {
        String currency = row.text("currency");
        return new WriteOff(
                row.uuid("write_off_id"),
                row.uuid("invoice_id"),
                row.uuid("customer_id"),
                row.text("legal_entity_id"),
                Money.ofMinor(row.longValue("amount_minor"), currency),
                Money.ofMinor(row.longValue("recovered_minor"), currency),
                row.text("reason_code"),
                row.text("reason"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                State.valueOf(row.text("state")),
                row.text("decided_by"),
                row.instant("decided_at"),
                row.uuid("event_id"),
                row.intValue("version"));
    }
}
