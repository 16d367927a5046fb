package io.counterfoil.ledger.rate;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All rates that anybody proposed, and what became of them. */
@Dependent
class ExchangeRates {

    private final Database database;

    @Inject
    ExchangeRates(Database database) {
        this.database = database;
    }

    /** What is looked for; null means any. */
    record Filter(String base, String quote, String type, String state, LocalDate validOn) {}

    /** A rate with its place in the order of proposal. */
    record Placed(long ordinal, ExchangeRateJson rate) {}

    void propose(UUID id, ExchangeRateJson.Request told, String by, Instant at) {
        database.update(
                """
                insert into exchange_rate (id, source, rate_type, base_currency, quote_currency, valid_from, valid_to, value, raw_answer, state,
                                           proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::numeric, ?, 'PROPOSED', ?, ?)
                """,
                id,
                told.source(),
                told.type(),
                told.baseCurrency(),
                told.quoteCurrency(),
                told.validFrom(),
                told.validTo(),
                told.rate(),
                told.rawAnswer(),
                by,
                at);
    }

    void decide(UUID id, String state, String by, Instant at) {
        database.update(
                "update exchange_rate set state = ?, decided_by = ?, decided_at = ? where id = ?", state, by, at, id);
    }

    RatePublished published(UUID id) {
        return database.query("select * from exchange_rate where id = ?", id)
                .one(row -> new RatePublished(
                        id,
                        row.text("source"),
                        row.text("rate_type"),
                        row.text("base_currency"),
                        row.text("quote_currency"),
                        row.date("valid_from"),
                        row.date("valid_to"),
                        row.text("value"),
                        row.text("raw_answer"),
                        row.text("proposed_by"),
                        row.text("decided_by"),
                        row.instant("decided_at")))
                .orElseThrow();
    }

    Optional<ExchangeRateJson> locked(UUID id) {
        return database.query("select * from exchange_rate where id = ? for update", id)
                .one(ExchangeRates::read);
    }

    Optional<ExchangeRateJson> find(UUID id) {
        return database.query("select * from exchange_rate where id = ?", id).one(ExchangeRates::read);
    }

    List<Placed> after(long ordinal, Filter filter, int limit) {
        return database.query(
                        """
                        select * from exchange_rate
                        where ordinal > ? and (?::text is null or base_currency = ?) and (?::text is null or quote_currency = ?)
                          and (?::text is null or rate_type = ?) and (?::text is null or state = ?)
                          and (?::date is null or valid_from <= ? and (valid_to is null or valid_to > ?))
                        order by ordinal limit ?
                        """,
                        ordinal,
                        filter.base(),
                        filter.base(),
                        filter.quote(),
                        filter.quote(),
                        filter.type(),
                        filter.type(),
                        filter.state(),
                        filter.state(),
                        filter.validOn(),
                        filter.validOn(),
                        filter.validOn(),
                        limit)
                .list(row -> new Placed(row.longValue("ordinal"), read(row)));
    }

    private static ExchangeRateJson read(Row row) {
        return new ExchangeRateJson(
                row.uuid("id"),
                row.text("source"),
                row.text("rate_type"),
                row.text("base_currency"),
                row.text("quote_currency"),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("value"),
                row.text("state"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                row.text("decided_by"),
                row.instant("decided_at"));
    }
}
