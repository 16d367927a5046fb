package io.counterfoil.ledger.consolidation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What each legal entity's accounts show in the currency of its books. */
@Dependent
class GroupBalances {

    private final Database database;

    @Inject
    GroupBalances(Database database) {
        this.database = database;
    }

    /** Debits less credits. */
    record Balance(String legalEntityId, String account, String name, AccountType type, Side normalSide, Money debit) {}

    /** Debits less credits of what one entity has with another. */
    record Between(String legalEntityId, String counterparty, String item, Money debit) {}

    List<Balance> of(LocalDate asOf) {
        return database.query(
                        """
                        select e.legal_entity_id, a.code, a.name, a.type, a.normal_side, e.functional_currency,
                               sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end)::bigint as minor
                        from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                        where ?::date is null or e.posting_date <= ? group by 1, 2, 3, 4, 5, 6 order by 2, 1
                        """,
                        asOf,
                        asOf)
                .list(row -> new Balance(
                        row.text("legal_entity_id"),
                        row.text("code"),
                        row.text("name"),
                        AccountType.valueOf(row.text("type")),
                        Side.valueOf(row.text("normal_side")),
                        row.money("minor", "functional_currency")));
    }

    List<Between> between(LocalDate asOf) {
        return database.query(
                        """
                        select e.legal_entity_id, p.dimensions ->> 'counterparty' as counterparty, p.item, e.functional_currency,
                               sum(p.functional_minor)::bigint as minor
                        from journal_entry e join posting p on p.entry_id = e.id
                        where e.purpose = 'INTERCOMPANY' and (?::date is null or e.posting_date <= ?)
                          and (p.item = 'DUE_FROM' and p.side = 'DEBIT' or p.item = 'DUE_TO' and p.side = 'CREDIT')
                          and not exists (select from journal_entry r where r.reverses = e.id)
                        group by 1, 2, 3, 4 order by 1, 2
                        """,
                        asOf,
                        asOf)
                .list(row -> new Between(
                        row.text("legal_entity_id"),
                        row.text("counterparty"),
                        row.text("item"),
                        row.money("minor", "functional_currency")));
    }
}
