package io.counterfoil.ledger.rate;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The exchange rates that two people have let hold. */
@Dependent
public class Rates {

    /** The type by which documents are posted. */
    public static final String SPOT = "SPOT";

    /** The type by which balances are valued at a period's end; where there is none, the spot rate. */
    public static final String CLOSING = "CLOSING";

    /** The type by which income and expense are added up for a group. */
    public static final String AVERAGE = "AVERAGE";

    private final Database database;

    @Inject
    public Rates(Database database) {
        this.database = database;
    }

    /** A rate that is looked for. */
    public record Wanted(String base, String quote, LocalDate date) {}

    /** The spot rates that were found; what has none is missing. */
    public Map<Wanted, Rate> spot(Collection<Wanted> wanted) {
        Map<Wanted, Rate> found = new HashMap<>();
        for (Wanted each : Set.copyOf(wanted)) {
            find(each, SPOT).ifPresent(rate -> found.put(each, rate));
        }
        return found;
    }

    /** The closing rate of a day, else its spot rate. */
    public Optional<Rate> closing(Wanted wanted) {
        return find(wanted, CLOSING).or(() -> find(wanted, SPOT));
    }

    /** The average rate of the time around a day, else its closing rate. */
    public Optional<Rate> average(Wanted wanted) {
        return find(wanted, AVERAGE).or(() -> closing(wanted));
    }

    /** The newest that is valid on the day; the inverse of the opposite pair where only that is published. */
    private Optional<Rate> find(Wanted wanted, String type) {
        if (wanted.base().equals(wanted.quote())) {
            return Optional.of(new Rate(wanted.base(), wanted.quote(), BigDecimal.ONE, "same currency", wanted.date()));
        }
        return direct(wanted.base(), wanted.quote(), wanted.date(), type)
                .or(() -> direct(wanted.quote(), wanted.base(), wanted.date(), type)
                        .map(Rates::inverse));
    }

    private Optional<Rate> direct(String base, String quote, LocalDate date, String type) {
        return database.query(
                        """
                        select * from exchange_rate
                        where state = 'APPROVED' and base_currency = ? and quote_currency = ? and rate_type = ?
                          and valid_from <= ? and (valid_to is null or valid_to > ?)
                        order by valid_from desc, ordinal desc limit 1
                        """,
                        base,
                        quote,
                        type,
                        date,
                        date)
                .one(Rates::read);
    }

    private static Rate inverse(Rate rate) {
        return new Rate(
                rate.quote(),
                rate.base(),
                BigDecimal.ONE.divide(rate.value(), MathContext.DECIMAL64),
                rate.source(),
                rate.date());
    }

    private static Rate read(Row row) {
        return new Rate(
                row.text("base_currency"),
                row.text("quote_currency"),
                row.decimal("value"),
                row.text("source"),
                row.date("valid_from"));
    }
}
