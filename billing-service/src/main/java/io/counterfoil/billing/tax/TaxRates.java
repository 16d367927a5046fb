package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.ApplicableRate.Component;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The published rates. A version is never changed; the highest one that is valid on a day applies on it. */
@Dependent
class TaxRates {

    /** The components of a rate come along as one text: names hold neither of the two signs. */
    private static final String SELECT =
            """
            select *, (select string_agg(part.authority || '=' || part.rate, '|' order by part.component_number)
                         from tax_rate_component part
                        where (part.jurisdiction, part.category, part.version)
                            = (tax_rate.jurisdiction, tax_rate.category, tax_rate.version)) as parts
              from tax_rate
            """;

    private final Database database;
    private final BusinessClock clock;
    private final Remembered remembered;

    @Inject
    TaxRates(Database database, BusinessClock clock, Remembered remembered) {
        this.database = database;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** All versions of all categories of these jurisdictions, newest first. */
    Map<String, List<TaxRate>> of(Collection<String> jurisdictions) {
        return remembered.of(TaxRates.class, jurisdictions, this::published);
    }

    private Map<String, List<TaxRate>> published(Collection<String> jurisdictions) {
        Map<String, List<TaxRate>> published = new HashMap<>();
        jurisdictions.forEach(jurisdiction -> published.put(jurisdiction, new ArrayList<>()));
        database.query(
                        SELECT + "where jurisdiction = any(?) order by jurisdiction, category, version desc",
                        jurisdictions)
                .list(TaxRates::read)
                .forEach(rate -> published.get(rate.jurisdiction()).add(rate));
        return published;
    }

    List<TaxRate> versions(String jurisdiction, TaxCategory category) {
        return database.query(
                        SELECT + "where jurisdiction = ? and category = ? order by version desc",
                        jurisdiction,
                        category)
                .list(TaxRates::read);
    }

    Optional<TaxRate> newest(String jurisdiction, TaxCategory category) {
        return versions(jurisdiction, category).stream().findFirst();
    }

    void add(TaxRate rate) {
        database.update(
                """
                insert into tax_rate (jurisdiction, category, version, rate, valid_from, valid_to, reason_code, reason,
                                      published_at, inclusive, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rate.jurisdiction(),
                rate.category(),
                rate.version(),
                rate.rate().value(),
                rate.validFrom(),
                rate.validTo(),
                rate.reasonCode(),
                rate.reason(),
                clock.now(),
                rate.inclusive(),
                rate.source());
        database.batch(
                """
                insert into tax_rate_component (jurisdiction, category, version, component_number, authority, rate)
                values (?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, rate.components().size())
                        .mapToObj(i -> row(rate, i, rate.components().get(i)))
                        .toList());
        remembered.changed();
    }

    private static Object[] row(TaxRate rate, int index, Component part) {
        return new Object[] {
            rate.jurisdiction(),
            rate.category(),
            rate.version(),
            index + 1,
            part.authority(),
            part.rate().value()
        };
    }

    private static TaxRate read(Row row) {
        return new TaxRate(
                row.text("jurisdiction"),
                TaxCategory.valueOf(row.text("category")),
                row.intValue("version"),
                new Rate(row.decimal("rate")),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("reason_code"),
                row.text("reason"),
                row.bool("inclusive"),
                TaxSource.valueOf(row.text("source")),
                components(row.text("parts")));
    }

    private static List<Component> components(String parts) {
        return parts == null
                ? List.of()
                : Arrays.stream(parts.split("\\|"))
                        .map(part -> part.split("="))
                        .map(part -> new Component(part[0], Rate.of(part[1])))
                        .toList();
    }
}
