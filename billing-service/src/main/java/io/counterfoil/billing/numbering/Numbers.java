package io.counterfoil.billing.numbering;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Gives out numbers without a gap.
 *
 * <p>The counter's row stays locked until the transaction that took the numbers ends: what is rolled back gives its numbers
 * back, and nobody sees a number that might still vanish. Dates never decrease along the numbers: who comes with an
 * earlier day (two replicas around midnight) gets the series' last day.
 */
@Dependent
public class Numbers {

    /** The series of invoices where nothing else was said. */
    public static final String INVOICES = "INV";

    private final Database database;
    private final Remembered remembered;

    @Inject
    public Numbers(Database database, Remembered remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    /**
     * Numbers that follow each other, and the day that they bear.
     *
     * @param issueDate never before that of a lower number
     */
    public record Block(LocalDate issueDate, List<String> numbers) {}

    /** Takes the next {@code count} numbers of the series, within the transaction that issues their documents. */
    public Block take(String legalEntityId, String series, LocalDate today, int count) {
        NumberSeries rule = known(legalEntityId, series);
        int year = rule.fiscalYearOf(today);
        return database.query(
                        """
                        insert into number_counter (legal_entity_id, series, fiscal_year, last_number, last_date)
                        values (?, ?, ?, ?, ?)
                        on conflict (legal_entity_id, series, fiscal_year) do update
                           set last_number = number_counter.last_number + excluded.last_number,
                               last_date = greatest(number_counter.last_date, excluded.last_date)
                        returning last_number, last_date
                        """,
                        legalEntityId,
                        series,
                        year,
                        count,
                        today)
                .one(row -> new Block(
                        row.date("last_date"),
                        LongStream.rangeClosed(row.longValue("last_number") - count + 1, row.longValue("last_number"))
                                .mapToObj(number -> rule.format(year, number))
                                .toList()))
                .orElseThrow();
    }

    private NumberSeries known(String legalEntityId, String series) {
        String name = legalEntityId + "/" + series;
        NumberSeries known = remembered
                .of(Numbers.class, List.of(name), any -> series(legalEntityId, series)
                        .map(found -> Map.of(name, found))
                        .orElse(Map.of()))
                .get(name);
        if (known == null) {
            throw new NumberSeriesMissing(legalEntityId, series);
        }
        return known;
    }

    Optional<NumberSeries> series(String legalEntityId, String series) {
        return database.query(
                        "select * from number_series where legal_entity_id = ? and series = ?", legalEntityId, series)
                .one(Numbers::read);
    }

    void publish(NumberSeries series) {
        database.update(
                """
                insert into number_series (legal_entity_id, series, document_type_code, pattern,
                                           fiscal_year_start_month, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (legal_entity_id, series) do update
                   set pattern = excluded.pattern, fiscal_year_start_month = excluded.fiscal_year_start_month,
                       version = excluded.version
                """,
                series.legalEntityId(),
                series.series(),
                series.documentTypeCode(),
                series.pattern().text(),
                series.fiscalYearStartMonth(),
                series.version());
        remembered.changed();
    }

    boolean hasGivenOut(String legalEntityId, String series) {
        return database.query(
                        "select 1 from number_counter where legal_entity_id = ? and series = ?", legalEntityId, series)
                .one(row -> true)
                .isPresent();
    }

    private static NumberSeries read(Row row) {
        return new NumberSeries(
                row.text("legal_entity_id"),
                row.text("series"),
                row.text("document_type_code"),
                new NumberPattern(row.text("pattern")),
                row.intValue("fiscal_year_start_month"),
                row.intValue("version"));
    }
}
