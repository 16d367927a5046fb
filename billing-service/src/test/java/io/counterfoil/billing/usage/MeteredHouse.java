package io.counterfoil.billing.usage;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.event.Envelope;
import java.util.List;
import java.util.UUID;

/** A furnished house with meters, a plan that uses them, and subscriptions of it. */
public final class MeteredHouse {
    public final BillingHouse house = new BillingHouse().furnished();

    public MeteredHouse() {
        for (Aggregation aggregation : Aggregation.values()) {
            String id = aggregation.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            house.database.update("insert into meter values (?, ?, 'call', ?, 1)", id, id, aggregation);
        }
    }

    private final KeepUsage keep = new KeepUsage(new Recording(house));

    private String terms = "";

    /** What the plans that follow say beside their charges, as JSON fields. */
    public void terms(String fields) {
        terms = fields + ", ";
    }

    /** A plan of usage charges, each on the meter of its name. */
    public void plan(String planId, String... charges) {
        String document = "{\"name\": \"" + planId + "\", \"validFrom\": \"2020-01-01\", " + terms + "\"charges\": ["
                + String.join(", ", charges) + "]}";
        house.database.update(
                "insert into plan (plan_id, version, name, valid_from, published_at, document) values (?, 1, ?, '2020-01-01', now(), ?::jsonb)",
                planId,
                planId,
                document);
        house.database.update(
                """
                insert into plan_charge (plan_id, version, charge_number, charge_id, name, kind, pricing, billing_period, meter_id)
                select ?, 1, n, c->>'chargeId', c->>'name', c->>'kind', c->>'pricing', c->>'billingPeriod', c->>'meterId'
                  from jsonb_array_elements(?::jsonb->'charges') with ordinality as e(c, n)
                """,
                planId,
                document);
    }

    public static String recurring(String price) {
        return "{\"chargeId\": \"base\", \"name\": \"Base\", \"kind\": \"RECURRING\", \"pricing\": \"FLAT\","
                + " \"billingPeriod\": \"MONTH\", \"prices\": [{\"currency\": \"USD\", \"unitPrice\": \"" + price
                + "\"}]}";
    }

    public static String usage(String meter, String pricing, String price) {
        return "{\"chargeId\": \"" + meter + "\", \"name\": \"" + meter + "\", \"kind\": \"USAGE\", \"pricing\": \""
                + pricing
                + "\", \"billingPeriod\": \"MONTH\", \"meterId\": \"" + meter
                + "\", \"prices\": [{\"currency\": \"USD\", "
                + price + "}]}";
    }

    /** Sells the plan from a day on and starts billing it. */
    public UUID subscribe(String planId, String start, String end) {
        Envelope accepted = BillingHouse.accepted(
                "O-" + planId + "-" + start, new BillingHouse.Line(planId, "1", "0.00", start, end));
        house.inTransaction(() -> {
            house.beans
                    .get(io.counterfoil.billing.subscription.Subscriptions.class)
                    .start(List.of(accepted));
        });
        return UUID.fromString(house.one(
                "select subscription_id::text v from subscription where agreement_id = ?", BillingHouse.id(accepted)));
    }

    List<Outcome> send(String body) {
        java.util.ArrayList<Outcome> outcomes = new java.util.ArrayList<>();
        UsageReader.read(
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8), chunk -> outcomes.addAll(keep.keep(chunk)));
        return outcomes;
    }

    /** The use case in a transaction of its own, as the server calls it. */
    private static final class Recording extends RecordUsage {
        private final BillingHouse house;

        Recording(BillingHouse house) {
            super(
                    house.beans.get(UsageRecords.class),
                    house.beans.get(Meters.class),
                    house.beans.get(LateUsage.class),
                    house.beans.get(Policies.class),
                    house.clock,
                    house.beans.get(AuditTrail.class));
            this.house = house;
        }

        @Override
        List<Outcome> handle(List<UsageEntry> entries) {
            return house.inTransaction(() -> super.handle(entries));
        }
    }

    /** Sends records; returns how many were accepted. */
    public long accept(String... records) {
        return send(String.join("\n", records)).stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.ACCEPTED)
                .count();
    }

    public static String record(UUID subscription, String meter, String key, String quantity, String usedAt) {
        return "{\"subscriptionId\": \"" + subscription + "\", \"meterId\": \"" + meter + "\", \"key\": \"" + key
                + "\", \"quantity\": \"" + quantity + "\", \"usedAt\": \"" + usedAt + "\"}";
    }
}
