package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.BooksAsAsked;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.check.NoDrift;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Defect;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Plants one defect after the other: deals and payments come in, and what the checks say of it that they did not say before. */
public final class Planted {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int DEALS = 6;
    private static final List<Map<String, String>> RIGHT =
            List.of(line("APPLICATION", "1100", "1200"), line("UNAPPLIED", "1100", "2500"));
    private static final List<Map<String, String>> SWAPPED =
            List.of(line("APPLICATION", "1200", "1100"), line("UNAPPLIED", "2500", "1100"));
    private static final String RULE = "/v1/posting-rules/US01-payment";

    /** Sums that are wrong once stay wrong, by other amounts: they tell of the first defect that touches them only. */
    private static final Set<String> SUMS = Set.of(BooksAsAsked.PROMISE, NoDrift.PROMISE);

    private final Arena arena;
    private final Agents agents;
    private Map<String, List<Finding>> known = Map.of();

    public Planted(Arena arena, Agents agents) {
        this.arena = arena;
        this.agents = agents;
    }

    /** The promises that were found broken by this defect, each with what was not found before. */
    public Map<String, List<Finding>> play(Defect defect) {
        long complete = arena.complete();
        plant(defect);
        Stack stack = arena.stack();
        if (defect.paused() != null) {
            stack.pause(defect.paused());
        }
        List<Deal> deals = new ArrayList<>(arena.workload().buy(DEALS));
        while (deals.stream().noneMatch(deal -> !deal.cancelled() && deal.tellsRoundingsApart())) {
            deals.addAll(arena.workload().buy(2)); // else a defect of rounding could hide
        }
        if (defect.kills()) {
            CompletableFuture<List<Deal>> more =
                    CompletableFuture.supplyAsync(() -> arena.workload().buy(DEALS));
            awaitEnd(defect.server());
            deals.addAll(more.join());
        }
        long running = deals.stream().filter(deal -> !deal.cancelled()).count();
        if (defect.paused() != null) {
            Pause.of(Duration.ofSeconds(4));
            stack.resume(defect.paused());
        }
        arena.mayRest(PATIENCE, complete + running);
        arena.workload().settle(deals.stream().filter(this::isInvoiced).toList());
        deals.stream()
                .filter(deal -> deal.channel() == Deal.Channel.API)
                .limit(2)
                .forEach(arena.workload()::changeBehindTheKey);
        Pause.of(Duration.ofSeconds(2));
        arena.mayRest(PATIENCE, complete + running);
        Map<String, List<Finding>> found = fresh(arena.examineAsItIs());
        mend(defect);
        return found;
    }

    private Map<String, List<Finding>> fresh(Map<String, List<Finding>> now) {
        Map<String, List<Finding>> fresh = new LinkedHashMap<>();
        now.forEach((promise, findings) -> {
            List<Finding> before = known.getOrDefault(promise, List.of());
            List<Finding> more = findings.stream()
                    .filter(finding -> !before.contains(finding))
                    .toList();
            if (!more.isEmpty() && (before.isEmpty() || !SUMS.contains(promise))) {
                fresh.put(promise, more);
            }
        });
        known = now;
        return fresh;
    }

    /** What never got its invoice, because of the defect, can't be paid. */
    private boolean isInvoiced(Deal deal) {
        return deal.cancelled() || arena.workload().hasInvoice(deal);
    }

    private void plant(Defect defect) {
        if (!defect.rules().isEmpty()) {
            agents.load(defect.server(), defect.name(), defect.rules());
        }
        switch (defect.configuration()) {
            case SIDES_OF_PAYMENTS_SWAPPED -> payments(SWAPPED);
            case NO_DEAD_LETTER_ADDRESS -> {
                arena.stack().stop(Part.BROKER);
                arena.stack().start(Part.BROKER, Map.of("BROKER_CONFIGURATION", withoutDeadLetters()));
            }
            default -> Pause.of(Duration.ZERO);
        }
    }

    /** Nothing of it is left for the next one, but for what it has done. */
    private void mend(Defect defect) {
        if (!defect.rules().isEmpty()) {
            agents.clear(defect.server());
        }
        switch (defect.configuration()) {
            case SIDES_OF_PAYMENTS_SWAPPED -> payments(RIGHT);
            case NO_DEAD_LETTER_ADDRESS -> arena.stack().restart(Part.BROKER);
            default -> Pause.of(Duration.ZERO);
        }
    }

    private String withoutDeadLetters() {
        try {
            Layout layout = arena.stack().layout();
            String usual = Files.readString(layout.root().resolve("helm/suite/files/broker.xml"));
            String other = usual.replace("<dead-letter-address>dead-letters</dead-letter-address>", "");
            return Files.writeString(layout.folder().resolve("broker-without-dead-letters.xml"), other)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** A rule that two people agreed on: as it should be, or with receivables debited by what is paid and cash credited. */
    private void payments(List<Map<String, String>> lines) {
        Map<String, Object> rule =
                Map.of("legalEntityId", "US01", "purpose", "PAYMENT", "validFrom", "2020-01-01", "lines", lines);
        Api finance = arena.stack().client(Endpoint.LEDGER, "finance");
        String version = finance.get(RULE).expect(200).header("ETag");
        finance.with("If-Match", version == null ? "\"1\"" : version)
                .put(RULE, rule)
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
