package io.counterfoil.billing.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of the drafts. */
@Dependent
class Drafts implements Invoices.Waiting {

    private static final String BILLING = "billing";

    private final Database database;

    @Inject
    Drafts(Database database) {
        this.database = database;
    }

    /** The pauses double from five minutes up to a day. */
    @Override
    public void keep(List<Bill> bills, String reason, Instant at) {
        database.batch(
                """
                insert into invoice_draft (draft_id, agreement_id, state, waiting_items, own_items, reason, created_on, created_by,
                    correlation_id, attempts, retry_at, version)
                values (?, ?, 'WAITING_TAX', ?::jsonb, '[]', ?, ?, ?, ?, 1, ?::timestamptz + interval '5 minutes', 1)
                on conflict (draft_id) do update
                   set state = 'WAITING_TAX', reason = excluded.reason, attempts = invoice_draft.attempts + 1,
                       retry_at = excluded.retry_at - interval '5 minutes'
                                  + least(interval '1 day', interval '5 minutes' * power(2, least(invoice_draft.attempts, 9))),
                       version = invoice_draft.version + 1
                """,
                bills.stream()
                        .map(bill -> new Object[] {
                            bill.invoiceId(),
                            bill.agreement().agreementId(),
                            Json.write(bill.items()),
                            reason,
                            bill.day(),
                            BILLING,
                            bill.agreement().correlationId(),
                            at
                        })
                        .toList());
    }

    void add(Draft draft) {
        database.update(
                """
                insert into invoice_draft (draft_id, agreement_id, state, waiting_items, own_items, reason, created_on, created_by,
                    correlation_id, version)
                values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, 1)
                """,
                draft.draftId(),
                draft.agreementId(),
                draft.state(),
                Json.write(draft.waiting()),
                Json.write(draft.own()),
                draft.reason(),
                draft.createdOn(),
                draft.createdBy(),
                draft.correlationId());
    }

    void move(UUID draftId, DraftState to) {
        database.update(
                "update invoice_draft set state = ?, retry_at = null, version = version + 1 where draft_id = ?",
                to,
                draftId);
    }

    Optional<Draft> byId(UUID id, boolean locked) {
        return database.query("select * from invoice_draft where draft_id = ?" + (locked ? " for update" : ""), id)
                .one(Drafts::read);
    }

    /** Those for which the tax source is to be asked again, locked. */
    List<Draft> toRetry(Instant now, int limit) {
        return database.query(
                        """
                        select * from invoice_draft where state = 'WAITING_TAX' and retry_at <= ?
                         order by retry_at limit ? for update skip locked
                        """,
                        now,
                        limit)
                .list(Drafts::read);
    }

    Optional<Instant> nextRetry() {
        return database.query("select min(retry_at) at from invoice_draft where state = 'WAITING_TAX'")
                .one(row -> Optional.ofNullable(row.instant("at")))
                .flatMap(at -> at);
    }

    /** A page in the order of their ids; what is null does not filter. */
    List<Draft> page(UUID agreementId, DraftState state, UUID after, int limit) {
        return database.query(
                        """
                        select * from invoice_draft
                         where (?::uuid is null or draft_id > ?) and (?::uuid is null or agreement_id = ?)
                           and (?::text is null or state = ?)
                         order by draft_id limit ?
                        """,
                        after,
                        after,
                        agreementId,
                        agreementId,
                        state,
                        state,
                        limit)
                .list(Drafts::read);
    }

    private static Draft read(Row row) {
        return new Draft(
                row.uuid("draft_id"),
                row.uuid("agreement_id"),
                DraftState.valueOf(row.text("state")),
                items(row.text("waiting_items")),
                items(row.text("own_items")),
                row.text("reason"),
                row.date("created_on"),
                row.text("created_by"),
                row.text("correlation_id"),
                row.intValue("attempts"),
                row.instant("retry_at"),
                row.intValue("version"));
    }

    private static List<BillableItem> items(String json) {
        try {
            return Arrays.asList(Json.lenient().readValue(json, BillableItem[].class));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("the items of a draft can't be read", corrupt);
        }
    }
}
