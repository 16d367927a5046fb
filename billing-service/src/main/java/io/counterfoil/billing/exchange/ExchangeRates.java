package io.counterfoil.billing.exchange;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The published rates of exchange. A version is never changed. */
@Dependent
public class ExchangeRates {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    ExchangeRates(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rate that holds on the day; empty where none is published. */
    public Optional<ExchangeRate> on(String from, String to, LocalDate day) {
        return all(from, to).stream()
                .filter(rate -> !day.isBefore(rate.validFrom()))
                .findFirst();
    }

    /** The newest version for each day, the latest day first. */
    List<ExchangeRate> all(String from, String to) {
        return database.query(
                        """
                        select distinct on (valid_from) * from tax_exchange_rate
                         where from_currency = ? and to_currency = ? order by valid_from desc, version desc
                        """,
                        from,
                        to)
                .list(ExchangeRates::read);
    }

    void add(ExchangeRate rate) {
        database.update(
                """
                insert into tax_exchange_rate (from_currency, to_currency, valid_from, version, rate, source, published_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rate.from(),
                rate.to(),
                rate.validFrom(),
                rate.version(),
                rate.value(),
                rate.source(),
                clock.now());
    }

    private static ExchangeRate read(Row row) {
        return new ExchangeRate(
                row.text("from_currency"),
                row.text("to_currency"),
                row.date("valid_from"),
                row.intValue("version"),
                row.decimal("rate"),
                row.text("source"));
    }
}
