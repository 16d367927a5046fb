package io.counterfoil.billing.taxstatus;

import io.counterfoil.billing.taxstatus.Exemption.Kind;
import io.counterfoil.billing.taxstatus.Exemption.Subject;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The published exemptions and areas. A version is never changed. */
@Dependent
public class TaxStatuses {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    TaxStatuses(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is known of these customers and products.
     *
     * @param abroad is anything sold across a border? Only then the areas matter
     */
    public TaxStatus of(Collection<UUID> customers, Collection<String> products, boolean abroad) {
        return new TaxStatus(
                database
                        .query(
                                """
                                select * from tax_exemption
                                 where subject_kind = 'CUSTOMER' and subject_id = any(?)
                                    or subject_kind = 'PRODUCT' and subject_id = any(?)
                                 order by version desc
                                """,
                                customers.stream().map(UUID::toString).toList(),
                                products)
                        .list(TaxStatuses::readExemption)
                        .stream()
                        .collect(Collectors.groupingBy(Exemption::subject)),
                abroad ? areas().stream().map(TaxArea::countries).toList() : List.of());
    }

    /** The newest version of each area. */
    List<TaxArea> areas() {
        return database.query("select distinct on (area) * from tax_area order by area, version desc")
                .list(TaxStatuses::readArea);
    }

    Optional<TaxArea> area(String area) {
        return areas().stream().filter(known -> known.area().equals(area)).findFirst();
    }

    void add(TaxArea area) {
        database.update(
                "insert into tax_area (area, version, countries, published_at) values (?, ?, ?, ?)",
                area.area(),
                area.version(),
                area.countries().stream().sorted().toList(),
                clock.now());
    }

    /** All versions for one subject and jurisdiction, newest first. */
    List<Exemption> versions(Subject subject, String jurisdiction) {
        return database.query(
                        """
                        select * from tax_exemption
                         where subject_kind = ? and subject_id = ? and jurisdiction = ? order by version desc
                        """,
                        subject.kind(),
                        subject.id(),
                        jurisdiction)
                .list(TaxStatuses::readExemption);
    }

    void add(Exemption exemption) {
        database.update(
                """
                insert into tax_exemption (subject_kind, subject_id, jurisdiction, version, reason_code, reason, certificate,
                                           valid_from, valid_to, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                exemption.subject().kind(),
                exemption.subject().id(),
                exemption.jurisdiction(),
                exemption.version(),
                exemption.reasonCode(),
                exemption.reason(),
                exemption.certificate(),
                exemption.validFrom(),
                exemption.validTo(),
                clock.now());
    }

    private static TaxArea readArea(Row row) {
        String countries = row.text("countries");
        return new TaxArea(
                row.text("area"),
                row.intValue("version"),
                Set.of(countries.substring(1, countries.length() - 1).split(",")));
    }

    private static Exemption readExemption(Row row) {
        return new Exemption(
                new Subject(Kind.valueOf(row.text("subject_kind")), row.text("subject_id")),
                row.text("jurisdiction"),
                row.intValue("version"),
                row.text("reason_code"),
                row.text("reason"),
                row.text("certificate"),
                row.date("valid_from"),
                row.date("valid_to"));
    }
}
