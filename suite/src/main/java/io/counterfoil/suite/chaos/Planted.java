package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Defect;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** One planted defect in a stack of its own: deals, payments, and whatever the checks say of it. */
public final class Planted {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int DEALS = 8;
    private static final String RULE = "/v1/posting-rules/US01-payment";

    private final Arena arena;
    private final Agents agents;
    private final Defect defect;

    public Planted(Arena arena, Agents agents, Defect defect) {
        this.arena = arena;
        this.agents = agents;
        this.defect = defect;
    }

    /** The promises that were found broken, each with its findings. */
    public Map<String, List<Finding>> play() {
        plant();
        Stack stack = arena.stack();
        if (defect.paused() != null) {
            stack.pause(defect.paused());
        }
        List<Deal> deals = new ArrayList<>(arena.workload().buy(DEALS));
        if (defect.kills()) {
            CompletableFuture<List<Deal>> more =
                    CompletableFuture.supplyAsync(() -> arena.workload().buy(DEALS));
            awaitEnd(defect.server());
            deals.addAll(more.join());
        }
        arena.mayRest(PATIENCE);
        if (defect.paused() != null) {
            stack.resume(defect.paused());
        }
        arena.workload().settle(deals.stream().filter(this::isInvoiced).toList());
        deals.stream()
                .filter(deal -> deal.channel() == Deal.Channel.API)
                .limit(2)
                .forEach(arena.workload()::changeBehindTheKey);
        arena.mayRest(PATIENCE);
        Map<String, List<Finding>> checks = arena.examineAsItIs();
        checks.values().removeIf(List::isEmpty);
        return checks;
    }

    /** What never got its invoice, because of the defect, can't be paid. */
    private boolean isInvoiced(Deal deal) {
        return deal.cancelled() || arena.workload().hasInvoice(deal);
    }

    private void plant() {
        if (!defect.rules().isEmpty()) {
            agents.load(defect.server(), defect.name(), defect.rules());
        }
        if (defect.configuration() == Defect.Configuration.SIDES_OF_PAYMENTS_SWAPPED) {
            swapSides();
        }
    }

    private void awaitEnd(Part server) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (arena.stack().isAlive(server) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        if (!arena.stack().isAlive(server)) {
            arena.stack().start(server);
        }
    }

    /** A rule that two people agreed on, and that is wrong: receivables are debited by what is paid, cash is credited. */
    private void swapSides() {
        Map<String, Object> swapped = Map.of(
                "legalEntityId", "US01",
                "purpose", "PAYMENT",
                "validFrom", "2020-01-01",
                "lines", List.of(line("APPLICATION", "1200", "1100"), line("UNAPPLIED", "2500", "1100")));
        Api finance = arena.stack().client(Endpoint.LEDGER, "finance");
        String version = finance.get(RULE).expect(200).header("ETag");
        finance.with("If-Match", version == null ? "\"1\"" : version)
                .put(RULE, swapped)
                .ok();
        arena.stack()
                .client(Endpoint.LEDGER, "controller")
                .post(RULE + "/approval", null)
                .ok();
    }

    private static Map<String, String> line(String item, String debit, String credit) {
        return Map.of("item", item, "paymentChannel", "stripe", "debitAccount", debit, "creditAccount", credit);
    }
}
