package io.counterfoil.billing;

import io.counterfoil.billing.invoice.InvoicesIssued;
import io.counterfoil.billing.invoice.RepairsDue;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;

/** Billing's real beans on a real PostgreSQL, with a clock that a test sets, and words to write orders with. */
public final class BillingHouse {
    public static final String CUSTOMER = "0190a1b2-0001-7000-8000-000000000001";

    /** Migrated once; every house begins with empty tables. */
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    public final TestPostgres postgres = POSTGRES;
    public final Database database = postgres.database();
    public final SetClock clock = new SetClock();
    public final TakingGateway gateway = new TakingGateway();
    public final TestBeans beans = TestBeans.on(postgres).with(clock).with(gateway);

    public BillingHouse() {
        String tables = one(
                """
                select string_agg(quote_ident(tablename), ', ') v from pg_tables
                 where schemaname = 'public' and tablename !~ '^schema_history|^outbox_position$|^reference_mark$|^business_clock$|^audit_entry$'
                """);
        database.update("truncate " + tables + " restart identity cascade");
        database.update("alter sequence subscription_number restart");
        database.update("alter table invoice enable trigger issued_is_immutable");
        beans.with(bean("tax.BuiltInTaxTable")).with(new PlainThreads()).with(bean("draft.Drafts"));
        for (String observer :
                List.of("creditgrant.CreditOfInvoices", "payment.ApplyWaitingCash", "collection.PlanCollection")) {
            beans.observe(InvoicesIssued.class, issued -> observe(bean(observer), "issued", issued));
        }
        beans.observe(RepairsDue.class, due -> observe(bean("creditmemo.CreditRepairs"), "due", due));
        beans.observe(RepairsDue.class, due -> observe(bean("draft.DraftCredited"), "credited", due));
    }

    /** A bean of another capability, which its package keeps to itself. */
    public final <T> T bean(String name) {
        try {
            return cast(beans.get(Class.forName("io.counterfoil.billing." + name)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void observe(Object observer, String name, Object told) {
        try {
            Method method = observer.getClass().getDeclaredMethod(name, told.getClass());
            method.setAccessible(true);
            method.invoke(observer, told);
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Threads without a container. */
    private static final class PlainThreads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            return new Thread(work);
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }

    /** A business clock that stands where the test puts it. */
    public static final class SetClock extends BusinessClock {
        private Instant now = Instant.parse("2026-01-01T17:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return LocalDate.ofInstant(now, zone);
        }
    }

    public void clockAt(String instant) {
        clock.now = Instant.parse(instant);
    }

    /** Two entities, two plans, rates and series: what an order needs. */
    public BillingHouse furnished() {
        entity("US01", "US", "USD", "America/Los_Angeles");
        entity("JP01", "JP", "JPY", "Asia/Tokyo");
        plan("platform-annual", "RECURRING", "YEAR");
        plan("platform-monthly", "RECURRING", "MONTH");
        plan("setup-once", "ONE_TIME", null);
        rate("US-CA", "S", "0.0825");
        rate("JP", "S", "0.10");
        database.update(
                "insert into gateway_account values ('stripe', 'USD', 'US01', 1), ('stripe', 'JPY', 'JP01', 1)");
        return this;
    }

    public void rate(String jurisdiction, String category, String rate) {
        database.update(
                "insert into tax_rate values (?, ?, 1, ?::numeric, '2020-01-01', null, null, null, now())",
                jurisdiction,
                category,
                rate);
    }

    public void plan(String id, String kind, String period) {
        database.update("insert into plan values (?, 1, ?, '2020-01-01', null, now())", id, id);
        database.update("insert into plan_charge values (?, 1, 1, 'main', 'Main', ?, 'PER_UNIT', ?)", id, kind, period);
    }

    private void entity(String id, String country, String currency, String zone) {
        database.update(
                "insert into legal_entity values (?, ?, ?, ?, ?, null, 1, null)", id, id, country, currency, zone);
        database.update("insert into number_series values (?, 'INV', '380', '{entity}-{year}-{number:6}', 1, 1)", id);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return postgres.transactions().fresh(work);
    }

    public void inTransaction(Runnable work) {
        postgres.transactions().fresh(work);
    }

    /** One line of an order. */
    public record Line(String plan, String quantity, String price, String start, String end) {}

    /** An accepted order of the sample customer, of US01, billed to California. */
    public static Envelope accepted(String number, Line... lines) {
        return accepted(number, "US01", "USD", "US", "CA", lines);
    }

    public static Envelope accepted(
            String number, String entity, String currency, String country, String region, Line... lines) {
        String orderId = EventIds.next().toString();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", orderId);
        order.put("orderNumber", number);
        order.put("contractId", EventIds.next());
        order.put("contractVersion", 1);
        order.put("customerId", CUSTOMER);
        order.put("legalEntityId", entity);
        order.put("currency", currency);
        order.put("paymentTermsDays", 30);
        order.put("billTo", Map.of("name", "Northwind Robotics Inc.", "address", address(country, region)));
        List<Object> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(row(line, rows.size() + 1));
        }
        order.put("lines", rows);
        return event("io.counterfoil.order.order.accepted.v1", "/order", orderId, order);
    }

    public static Envelope cancelled(Envelope accepted) {
        return event(
                "io.counterfoil.order.order.cancelled.v1",
                "/order",
                accepted.subject(),
                Map.of("orderId", accepted.subject(), "reason", "Withdrawn", "effectiveDate", "2026-01-02"));
    }

    private static Map<String, Object> address(String country, String region) {
        return region == null ? Map.of("country", country) : Map.of("country", country, "region", region);
    }

    private static Map<String, Object> row(Line line, int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lineId", EventIds.next());
        row.put("lineNumber", number);
        row.put("productId", line.plan().toUpperCase(java.util.Locale.ROOT));
        row.put("productName", line.plan());
        row.put("planId", line.plan());
        row.put("quantity", line.quantity());
        row.put("unitPrice", line.price());
        row.put("startDate", line.start());
        row.put("endDate", line.end());
        row.put("performanceObligationId", EventIds.next());
        row.put("revenueTreatment", line.end() == null ? "POINT_IN_TIME" : "OVER_TIME_DAILY");
        row.put("taxCategoryCode", "S");
        return row;
    }

    private static Envelope event(String type, String source, String subject, Object data) {
        return new Envelope(
                EventIds.next(),
                type,
                source,
                subject,
                Instant.parse("2026-01-01T17:00:00Z"),
                EventIds.next().toString(),
                null,
                1,
                1,
                CUSTOMER,
                null,
                "tester",
                null,
                Json.write(data).getBytes(StandardCharsets.UTF_8));
    }

    /** The facts in the outbox, in their order: last part of the type and the correlation. */
    public List<String> told() {
        return database.query("select type from outbox order by seq")
                .list(row ->
                        row.text("type").replace("io.counterfoil.billing.", "").replace(".v1", ""));
    }

    /** The relay's part: gives every fact its position. */
    public void publishAll() {
        database.update("update outbox set position = seq where position is null");
    }

    public <T> T one(String sql, Object... parameters) {
        return database.query(sql, parameters)
                .<T>one(row -> cast(row.text("v")))
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    public static UUID id(Envelope event) {
        return UUID.fromString(event.subject());
    }
}
