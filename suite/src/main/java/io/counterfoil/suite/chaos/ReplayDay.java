package io.counterfoil.suite.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.check.Look;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A whole day comes again: every event of every service, every message of the CRM and the gateway. Not one balance changes. */
public final class ReplayDay {
    private static final String REBUILT = "an empty ledger that hears all of it says the same";
    private static final List<Part> PRODUCERS = List.of(Part.CUSTOMER, Part.ORDER, Part.BILLING, Part.LEDGER);

    private final Arena arena;
    private final Predicate<Access> rebuild;

    /** Who rebuilds the ledger from the archive tells whether it says the same. */
    public ReplayDay(Arena arena, Predicate<Access> rebuild) {
        this.arena = arena;
        this.rebuild = rebuild;
    }

    public ChaosReport run(long seed, int deals) {
        long began = System.nanoTime();
        List<Deal> day = arena.workload().buy(deals);
        arena.atRest();
        arena.workload().settle(day);
        arena.atRest();
        arena.stack().time().settle();
        Map<String, String> before = balances();
        arena.say("the day comes again: " + before.get("events") + " events, every webhook");
        long again = System.nanoTime();
        tellAgain();
        arena.atRest();
        arena.stack().time().settle();
        arena.struck(
                "%s events and every webhook once more".formatted(before.get("events")),
                Duration.ZERO,
                Duration.ofNanos(System.nanoTime() - again));
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put("not one balance changes", changes(before, balances()));
        checks.put(REBUILT, rebuilt());
        checks.putAll(arena.examine());
        return arena.report("replay", seed, began, checks);
    }

    private List<Finding> rebuilt() {
        return rebuild.test(arena.stack().access())
                ? List.of()
                : List.of(new Finding(REBUILT, Finding.Kind.ADRIFT, "the rebuilt ledger says something else"));
    }

    private void tellAgain() {
        Stack stack = arena.stack();
        for (String door : List.of("events", "notifications")) {
            Endpoint twin = door.equals("events") ? Endpoint.GATEWAY : Endpoint.SALESFORCE;
            for (JsonNode one :
                    stack.anonymous(twin).get("/control/" + door).expect(200).json()) {
                stack.anonymous(twin)
                        .post("/control/" + door + "/" + one.path("id").asText() + "/resend", Map.of("times", 1))
                        .expect(200);
            }
        }
        for (Part producer : PRODUCERS) {
            try (Connection database = stack.database(producer);
                    Statement statement = database.createStatement()) {
                statement.executeUpdate("update outbox_position set sent = 0");
            } catch (SQLException e) {
                throw new IllegalStateException(producer.label() + " can't send again: " + e.getMessage(), e);
            }
        }
    }

    private Map<String, String> balances() {
        Map<String, String> balances = new LinkedHashMap<>();
        Stack stack = arena.stack();
        stack.client(Endpoint.LEDGER, "controller")
                .get("/v1/trial-balances")
                .expect(200)
                .json()
                .path("items")
                .forEach(balance -> balances.put(
                        "trial balance " + balance.path("legalEntityId").asText(),
                        balance.path("lines").toString()));
        try (Look look = new Look(stack.access())) {
            balances.put("entries", sum(look, Part.LEDGER, "count(*) || ' ' || max(ordinal) from journal_entry"));
            balances.put("invoices", sum(look, Part.BILLING, "count(*) || ' ' || sum(open_minor) from invoice"));
            balances.put("payments", sum(look, Part.BILLING, "count(*) || ' ' || sum(unapplied_minor) from payment"));
            balances.put("orders", sum(look, Part.ORDER, "count(*) || ' ' || sum(version) from quote_to_cash"));
            balances.put("customers", sum(look, Part.CUSTOMER, "count(*) || ' ' || sum(version) from customer"));
            balances.put("events", sum(look, Part.WAREHOUSE, "count(*)::text from event"));
            balances.put("facts", sum(look, Part.WAREHOUSE, "count(*) || ' ' || sum(amount_minor) from journal_fact"));
        }
        return balances;
    }

    private static String sum(Look look, Part server, String of) {
        return look.texts(server, "select " + of).iterator().next();
    }

    private static List<Finding> changes(Map<String, String> before, Map<String, String> after) {
        List<Finding> found = new ArrayList<>();
        before.forEach((what, value) -> {
            if (!value.equals(after.get(what))) {
                found.add(new Finding(
                        "not one balance changes",
                        Finding.Kind.DOUBLED,
                        "%s: %s became %s".formatted(what, value, after.get(what))));
            }
        });
        return found;
    }
}
