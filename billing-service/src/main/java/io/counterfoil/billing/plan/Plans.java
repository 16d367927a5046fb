package io.counterfoil.billing.plan;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The published plans, all versions. */
@Dependent
public class Plans {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    public Plans(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All versions of these plans, read at once, to be asked for the one that is valid on a day. */
    public Catalogue of(Collection<String> planIds) {
        return new Catalogue(versions(planIds).stream().collect(Collectors.groupingBy(Plan::planId)));
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
    }

    /** All versions, the newest of each plan first. */
    List<Plan> versions(Collection<String> planIds) {
        return assemble(
                database.query("select * from plan where plan_id = any(?) order by plan_id, version desc", planIds)
                        .list(Plans::header),
                planIds);
    }

    /** The newest versions of all plans after the given one. */
    List<Plan> page(String after, int limit) {
        List<Plan> headers = database.query(
                        """
                        select distinct on (plan_id) * from plan where plan_id > ?
                         order by plan_id, version desc limit ?
                        """,
                        after,
                        limit)
                .list(Plans::header);
        return assemble(headers, headers.stream().map(Plan::planId).toList());
    }

    void add(Plan plan) {
        database.update(
                "insert into plan (plan_id, version, name, valid_from, valid_to, published_at) values (?, ?, ?, ?, ?, ?)",
                plan.planId(),
                plan.version(),
                plan.name(),
                plan.validFrom(),
                plan.validTo(),
                clock.now());
        List<Object[]> charges = new ArrayList<>();
        List<Object[]> prices = new ArrayList<>();
        for (Charge charge : plan.charges()) {
            charges.add(chargeRow(plan, charge, charges.size() + 1));
            charge.listPrices()
                    .forEach((currency, price) -> prices.add(new Object[] {
                        plan.planId(), plan.version(), charge.chargeId(), currency, price.value(), price.baseQuantity()
                    }));
        }
        database.batch(
                """
                insert into plan_charge (plan_id, version, charge_number, charge_id, name, kind, pricing, billing_period)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                charges);
        database.batch(
                """
                insert into plan_price (plan_id, version, charge_id, currency, unit_price, base_quantity)
                values (?, ?, ?, ?, ?, ?)
                """,
                prices);
    }

    private static Object[] chargeRow(Plan plan, Charge charge, int number) {
        return new Object[] {
            plan.planId(),
            plan.version(),
            number,
            charge.chargeId(),
            charge.name(),
            charge.kind(),
            charge.pricing(),
            charge.period() == null ? null : charge.period().text()
        };
    }

    private List<Plan> assemble(List<Plan> headers, Collection<String> planIds) {
        Map<String, Map<String, UnitPrice>> prices = new LinkedHashMap<>();
        database.query("select * from plan_price where plan_id = any(?)", planIds)
                .list(row -> prices.computeIfAbsent(
                                key(row) + "/" + row.text("charge_id"), any -> new LinkedHashMap<>())
                        .put(row.text("currency"), price(row)));
        Map<String, List<Charge>> charges = new LinkedHashMap<>();
        database.query("select * from plan_charge where plan_id = any(?) order by charge_number", planIds)
                .list(row -> charges.computeIfAbsent(key(row), any -> new ArrayList<>())
                        .add(charge(row, prices.getOrDefault(key(row) + "/" + row.text("charge_id"), Map.of()))));
        return headers.stream()
                .map(plan -> new Plan(
                        plan.planId(),
                        plan.version(),
                        plan.name(),
                        plan.validFrom(),
                        plan.validTo(),
                        charges.get(plan.planId() + "/" + plan.version())))
                .toList();
    }

    private static String key(Row row) {
        return row.text("plan_id") + "/" + row.intValue("version");
    }

    private static Plan header(Row row) {
        return new Plan(
                row.text("plan_id"),
                row.intValue("version"),
                row.text("name"),
                row.date("valid_from"),
                row.date("valid_to"),
                List.of());
    }

    private static Charge charge(Row row, Map<String, UnitPrice> prices) {
        String period = row.text("billing_period");
        return new Charge(
                row.text("charge_id"),
                row.text("name"),
                Charge.Kind.valueOf(row.text("kind")),
                Pricing.valueOf(row.text("pricing")),
                period == null ? null : BillingPeriod.valueOf(period),
                prices);
    }

    private static UnitPrice price(Row row) {
        BigDecimal value = row.decimal("unit_price");
        return new UnitPrice(value, row.decimal("base_quantity"));
    }
}
