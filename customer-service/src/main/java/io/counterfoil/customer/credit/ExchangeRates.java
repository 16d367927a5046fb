package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The ledger's spot rates, as far as it has told of them. */
@Dependent
class ExchangeRates {

    private final Database database;

    @Inject
    ExchangeRates(Database database) {
        this.database = database;
    }

    void published(List<FollowRates.Told> rates, List<Long> positions) {
        List<Object[]> rows = new java.util.ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            FollowRates.Told told = rates.get(i);
            rows.add(new Object[] {
                told.rateId(),
                told.baseCurrency(),
                told.quoteCurrency(),
                told.validFrom(),
                told.validTo(),
                told.rate(),
                positions.get(i)
            });
        }
        database.batch(
                """
                insert into credit_rate (rate_id, base_currency, quote_currency, valid_from, valid_to, rate, position)
                values (?, ?, ?, ?, ?, ?::numeric, ?) on conflict (rate_id) do nothing
                """,
                rows);
    }

    /** Into one currency by what holds on that day. */
    Conversion into(String currency, LocalDate day) {
        return new Conversion(
                currency,
                database.query(
                                """
                                select distinct on (base_currency, quote_currency) * from credit_rate
                                where valid_from <= ? and (valid_to is null or valid_to > ?)
                                order by base_currency, quote_currency, valid_from desc, position desc
                                """,
                                day,
                                day)
                        .list(row -> new ConversionRate(
                                row.text("base_currency"),
                                row.text("quote_currency"),
                                row.decimal("rate"),
                                row.date("valid_from"))));
    }
}
