package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.postingrule.PostingRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a legal entity has and owes in other currencies than that of its books. */
@Dependent
class ForeignPositions {

    private final Database database;

    @Inject
    ForeignPositions(Database database) {
        this.database = database;
    }

    /** A balance: debits less credits, and what the books say it is worth. */
    record Position(PostingRule.Account account, Money balance, Money booked) {}

    /** Of money alone, by posting date; what is worth nothing and booked at nothing is left out. */
    List<Position> of(String legalEntityId, String functional, LocalDate date) {
        return database.query(
                        """
                        select a.id, a.code, a.name, p.currency, ?::text as functional,
                               sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end)::bigint as minor,
                               sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end)::bigint as booked_minor
                        from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                        where e.legal_entity_id = ? and e.posting_date <= ? and p.currency <> ?
                          and a.type in ('ASSET', 'LIABILITY') and coalesce(a.control_kind, '') not in ('DEFERRED_REVENUE', 'PREPAID')
                        group by 1, 2, 3, 4
                        having sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) <> 0
                            or sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end) <> 0
                        order by 2, 4
                        """,
                        functional,
                        legalEntityId,
                        date,
                        functional)
                .list(row -> new Position(
                        new PostingRule.Account(row.text("id"), row.text("code"), row.text("name")),
                        row.money("minor", "currency"),
                        row.money("booked_minor", "functional")));
    }

    boolean isDone(UUID causeId) {
        return database.query("select 1 as one from journal_entry where source_event_id = ? limit 1", causeId)
                .one(row -> true)
                .orElse(false);
    }
}
