package io.counterfoil.billing.tax;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The published rates. A version is never changed; the highest one that is valid on a day applies on it. */
@Dependent
class TaxRates {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    TaxRates(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All versions of all categories of these jurisdictions, newest first. */
    List<TaxRate> of(Collection<String> jurisdictions) {
        return database.query(
                        "select * from tax_rate where jurisdiction = any(?) order by jurisdiction, category, version desc",
                        jurisdictions)
                .list(TaxRates::read);
    }

    List<TaxRate> versions(String jurisdiction, TaxCategory category) {
        return database.query(
                        "select * from tax_rate where jurisdiction = ? and category = ? order by version desc",
                        jurisdiction,
                        category)
                .list(TaxRates::read);
    }

    Optional<TaxRate> newest(String jurisdiction, TaxCategory category) {
        return versions(jurisdiction, category).stream().findFirst();
    }

    /** A page of the newest versions, after the given key. */
    List<TaxRate> page(String afterJurisdiction, String afterCategory, int limit) {
        return database.query(
                        """
                        select distinct on (jurisdiction, category) * from tax_rate
                         where (jurisdiction, category) > (?, ?)
                         order by jurisdiction, category, version desc limit ?
                        """,
                        afterJurisdiction,
                        afterCategory,
                        limit)
                .list(TaxRates::read);
    }

    void add(TaxRate rate) {
        database.update(
                """
                insert into tax_rate (jurisdiction, category, version, rate, valid_from, valid_to, reason_code, reason,
                                      published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rate.jurisdiction(),
                rate.category(),
                rate.version(),
                rate.rate().value(),
                rate.validFrom(),
                rate.validTo(),
                rate.reasonCode(),
                rate.reason(),
                clock.now());
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
                row.text("reason"));
    }
}
