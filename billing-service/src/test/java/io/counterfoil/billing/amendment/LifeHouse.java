package io.counterfoil.billing.amendment;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.amendment.ChangeJson.ChangeView;
import io.counterfoil.billing.amendment.ChangeJson.PreviewView;
import io.counterfoil.billing.amendment.ChangeJson.Wanted;
import io.counterfoil.billing.subscription.SubscriptionJson.Created;
import io.counterfoil.billing.subscription.SubscriptionJson.Place;
import io.counterfoil.billing.subscription.SubscriptionJson.Recipient;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.DueWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Subscriptions by their use cases on a real database, day by day: the run and the timer do their work on each day. */
final class LifeHouse {
    final BillingHouse house = new BillingHouse().furnished();
    private final List<String> seen = new ArrayList<>();
    private LocalDate day;

    LifeHouse(String day) {
        this.day = LocalDate.parse(day);
        house.clockAt(day + "T18:00:00Z");
        house.database.update("update plan set valid_from = '2000-01-01'");
        house.database.update("update tax_rate set valid_from = '2000-01-01'");
    }

    LifeHouse plan(String id, String period) {
        house.plan(id, "RECURRING", period);
        house.database.update("update plan set valid_from = '2000-01-01'");
        return this;
    }

    /** The stories of others come without tax. */
    LifeHouse untaxed() {
        house.database.update("update tax_rate set rate = 0");
        return this;
    }

    LifeHouse policy(String name, String level, String key, String value) {
        house.database.update(
                """
                insert into policy_value (policy, level, scope_key, version, value, valid_from, published_by, published_at)
                values (?, ?, ?, 1, ?, '2000-01-01', 'tester', now())
                """,
                name,
                level,
                key,
                value);
        return this;
    }

    /** Publishes a plan as it is asked for by API. */
    LifeHouse publish(String planId, String document) {
        call(
                "plan.PublishPlan",
                planId,
                Json.read(
                        document.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        io.counterfoil.billing.plan.PlanJson.Publication.class),
                null);
        return this;
    }

    /** Subscribes today, one unit of a plan that is priced by the deal. */
    UUID subscribe(String plan, String price) {
        return subscribe(plan, price, Map.of());
    }

    UUID subscribe(String plan, String price, Map<String, Object> more) {
        return created(plan, price, more).subscription().subscriptionId();
    }

    Created created(String plan, String price, Map<String, Object> more) {
        Map<String, Object> wanted = new TreeMap<>(more);
        wanted.putIfAbsent("customerId", BillingHouse.CUSTOMER);
        wanted.putIfAbsent("legalEntityId", "US01");
        wanted.putIfAbsent("currency", "USD");
        wanted.putIfAbsent(
                "billTo",
                new Recipient("Northwind Robotics Inc.", null, new Place(null, null, null, "CA", null, "US"), null));
        wanted.put("planId", plan);
        if (price != null) {
            wanted.put("unitPrice", price);
        }
        return call(
                "subscription.CreateSubscription",
                read(wanted, io.counterfoil.billing.subscription.SubscriptionJson.Wanted.class));
    }

    ChangeView change(UUID subscription, ChangeKind kind, Map<String, Object> fields) {
        return call("amendment.ChangeSubscription", subscription, wanted(kind, fields));
    }

    PreviewView preview(UUID subscription, ChangeKind kind, Map<String, Object> fields) {
        return call("amendment.PreviewChange", subscription, wanted(kind, fields));
    }

    ChangeView takeBack(UUID subscription, UUID change) {
        return call("amendment.TakeBackChange", subscription, change);
    }

    ChangeJson.History history(UUID subscription) {
        return call("amendment.ListChanges", subscription);
    }

    Amendments amendments() {
        return house.beans.get(Amendments.class);
    }

    /** Lets the days go by; the work of each due day is done on it. */
    void at(String target) {
        LocalDate last = LocalDate.parse(target);
        while (day.isBefore(last)) {
            LocalDate due = nextDue().filter(next -> next.isBefore(last)).orElse(last);
            day = due.isAfter(day) ? due : day.plusDays(1);
            house.clockAt(day + "T18:00:00Z");
            work();
        }
    }

    /** Goes to a day at once; what fell due in between is done there. */
    void skipTo(LocalDate target) {
        day = target;
        house.clockAt(day + "T18:00:00Z");
        work();
    }

    private Optional<LocalDate> nextDue() {
        return Stream.of("billingrun.BillingRun", "amendment.LifeTimer")
                .flatMap(timer -> house.<DueWork>bean(timer).nextDue().stream())
                .map(moment -> LocalDate.ofInstant(moment, ZoneId.of("America/Los_Angeles")))
                .min(LocalDate::compareTo);
    }

    void work() {
        boolean any = true;
        while (any) {
            boolean billed = this.<Boolean>call("billingrun.BillNextSet", 20);
            boolean applied = this.<Boolean>call("amendment.ApplyDueChange");
            boolean begun = this.<Boolean>call("amendment.BeginSubscription");
            any = billed || applied || begun;
        }
    }

    /** The lines that were issued since this was asked last, invoice by invoice. */
    List<String> lines() {
        List<String> all = house.database
                .query(
                        """
                        select l.*, i.currency, i.issue_date, i.invoice_number from invoice_line l
                          join invoice i using (invoice_id) order by i.invoice_number, l.line_number
                        """)
                .list(row -> String.join(
                        " ",
                        row.text("issue_date"),
                        row.text("type"),
                        row.text("period_start") == null
                                ? "-"
                                : row.text("period_start") + "/" + row.text("period_end"),
                        row.money("net_minor", "currency").amount()));
        List<String> fresh = List.copyOf(all.subList(seen.size(), all.size()));
        seen.clear();
        seen.addAll(all);
        return fresh;
    }

    String state(UUID subscription) {
        return house.one("select state v from subscription where subscription_id = ?", subscription);
    }

    /** The facts since the given one, without those of invoices. */
    List<String> told() {
        return house.told().stream()
                .filter(fact -> fact.startsWith("subscription."))
                .toList();
    }

    private static Wanted wanted(ChangeKind kind, Map<String, Object> fields) {
        Map<String, Object> wanted = new TreeMap<>(fields);
        wanted.put("kind", kind);
        return read(wanted, Wanted.class);
    }

    private static <T> T read(Map<String, Object> fields, Class<T> type) {
        return Json.read(Json.write(fields).getBytes(java.nio.charset.StandardCharsets.UTF_8), type);
    }

    /** Asks for something as the API does: the fields of a request, in the words of the contract. */
    <T> T ask(String useCase, String request, Map<String, Object> fields) {
        return call(useCase, read(fields, request));
    }

    /** Asks for something of a thing that is there. */
    <T> T ask(String useCase, UUID of, String request, Map<String, Object> fields) {
        return call(useCase, of, read(fields, request));
    }

    private static Object read(Map<String, Object> fields, String type) {
        try {
            return read(fields, Class.forName("io.counterfoil.billing." + type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    <T> T call(String useCase, Object... arguments) {
        Object bean = house.bean(useCase);
        Method handle = Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("handle") && !method.isSynthetic())
                .findFirst()
                .orElseThrow();
        handle.setAccessible(true);
        return house.inTransaction(() -> {
            try {
                return (T) handle.invoke(bean, arguments);
            } catch (InvocationTargetException refused) {
                throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
