package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.plan.PlanJson.ChargeJson;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.billing.plan.PlanJson.Published;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The published plans, all versions. */
@Dependent
public class Plans {

    private final Database database;
    private final BusinessClock clock;
    private final Remembered remembered;

    @Inject
    public Plans(Database database, BusinessClock clock, Remembered remembered) {
        this.database = database;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** All versions of these plans, read at once, to be asked for the one that is valid on a day. */
    public Catalogue of(Collection<String> planIds) {
        return new Catalogue(remembered.of(Plans.class, planIds, this::plans));
    }

    private Map<String, List<Plan>> plans(Collection<String> planIds) {
        return versions(planIds).stream().map(Published::plan).collect(Collectors.groupingBy(Plan::planId));
    }

    /** Versions of some plans. */
    public record Catalogue(Map<String, List<Plan>> versions) {

        /** The newest version that is valid on the day, or a refusal. */
        public Plan validOn(String planId, LocalDate day) {
            return versions.getOrDefault(planId, List.of()).stream()
                    .filter(version -> version.validOn(day))
                    .findFirst()
                    .orElseThrow(() -> new UnknownPlan(planId, day));
        }

        /** A version that something was sold by. */
        public Plan version(String planId, int version) {
            return versions.getOrDefault(planId, List.of()).stream()
                    .filter(plan -> plan.version() == version)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("plan " + planId + " has no version " + version));
        }
    }

    /** All versions, the newest of each plan first. */
    List<Published> versions(Collection<String> planIds) {
        return documents(
                database.query("select * from plan where plan_id = any(?) order by plan_id, version desc", planIds)
                        .list(Plans::header));
    }

    /** The newest versions of all plans after the given one. */
    List<Published> page(String after, int limit) {
        return documents(database.query(
                        """
                        select distinct on (plan_id) * from plan where plan_id > ?
                         order by plan_id, version desc limit ?
                        """,
                        after,
                        limit)
                .list(Plans::header));
    }

    void add(Published plan) {
        Publication said = plan.document();
        database.update(
                """
                insert into plan (plan_id, version, name, valid_from, valid_to, published_at, document)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                plan.planId(),
                plan.version(),
                said.name(),
                said.validFrom(),
                said.validTo(),
                clock.now(),
                Json.write(said));
        List<Object[]> charges = new ArrayList<>();
        for (ChargeJson charge : said.charges()) {
            charges.add(chargeRow(plan, charge, charges.size() + 1));
        }
        database.batch(
                """
                insert into plan_charge
                       (plan_id, version, charge_number, charge_id, name, kind, pricing, billing_period, meter_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                charges);
        remembered.changed();
    }

    /** Which of these meters are not there. */
    Set<String> unknownMeters(Collection<String> meterIds) {
        return Set.copyOf(database.query(
                        """
                        select wanted from unnest(?::text[]) wanted
                         where not exists (select 1 from meter where meter_id = wanted)
                        """,
                        meterIds)
                .list(row -> row.text("wanted")));
    }

    private static Object[] chargeRow(Published plan, ChargeJson charge, int number) {
        return new Object[] {
            plan.planId(),
            plan.version(),
            number,
            charge.chargeId(),
            charge.name(),
            charge.kind(),
            charge.pricing(),
            charge.billingPeriod() == null ? null : charge.billingPeriod().text(),
            charge.meterId()
        };
    }

    /** A version as it is kept; one without a document consists of charges that the order prices. */
    private List<Published> documents(List<Header> headers) {
        Set<String> undocumented = headers.stream()
                .filter(header -> header.document() == null)
                .map(Header::planId)
                .collect(Collectors.toSet());
        Map<String, List<ChargeJson>> charges = undocumented.isEmpty() ? Map.of() : charges(undocumented);
        return headers.stream()
                .map(header -> new Published(
                        header.planId(),
                        header.version(),
                        header.document() != null
                                ? header.document()
                                : new Publication(
                                        header.name(),
                                        header.validFrom(),
                                        header.validTo(),
                                        charges.get(header.planId() + "/" + header.version()),
                                        null,
                                        null)))
                .toList();
    }

    private Map<String, List<ChargeJson>> charges(Collection<String> planIds) {
        Map<String, List<ChargeJson>> charges = new LinkedHashMap<>();
        database.query("select * from plan_charge where plan_id = any(?) order by charge_number", planIds)
                .list(row -> charges.computeIfAbsent(
                                row.text("plan_id") + "/" + row.intValue("version"), any -> new ArrayList<>())
                        .add(charge(row)));
        return charges;
    }

    private record Header(
            String planId, int version, String name, LocalDate validFrom, LocalDate validTo, Publication document) {}

    private static Header header(Row row) {
        String document = row.text("document");
        return new Header(
                row.text("plan_id"),
                row.intValue("version"),
                row.text("name"),
                row.date("valid_from"),
                row.date("valid_to"),
                document == null ? null : Json.read(document.getBytes(StandardCharsets.UTF_8), Publication.class));
    }

    private static ChargeJson charge(Row row) {
        String period = row.text("billing_period");
        return new ChargeJson(
                row.text("charge_id"),
                row.text("name"),
                Kind.valueOf(row.text("kind")),
                Pricing.valueOf(row.text("pricing")),
                period == null ? null : BillingPeriod.valueOf(period),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
