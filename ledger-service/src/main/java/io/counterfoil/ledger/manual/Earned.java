package io.counterfoil.ledger.manual;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.postingrule.PostingRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What an invoice has brought to revenue accounts, recognition included. */
@Dependent
class Earned {

    private final Database database;

    @Inject
    Earned(Database database) {
        this.database = database;
    }

    Map<PostingRule.Account, Money> of(String legalEntityId, UUID invoiceId, String exceptAccount, String currency) {
        Map<PostingRule.Account, Money> earned = new LinkedHashMap<>();
        database.query(
                        """
                        select a.id, a.code, a.name, p.currency,
                               sum(case p.side when 'CREDIT' then p.amount_minor else -p.amount_minor end)::bigint as minor
                        from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                        where e.legal_entity_id = ? and a.type = 'REVENUE' and a.id <> ? and p.currency = ?
                          and (e.document_id = ? or e.document_id in (select id from revenue_schedule where invoice_id = ?))
                        group by 1, 2, 3, 4 having sum(case p.side when 'CREDIT' then p.amount_minor else -p.amount_minor end) <> 0 order by 2
                        """,
                        legalEntityId,
                        exceptAccount,
                        currency,
                        invoiceId,
                        invoiceId)
                .list(row -> earned.put(
                        new PostingRule.Account(row.text("id"), row.text("code"), row.text("name")),
                        row.money("minor", "currency")));
        if (earned.isEmpty()) {
            throw new NotFound("revenue of invoice", invoiceId);
        }
        return earned;
    }
}
