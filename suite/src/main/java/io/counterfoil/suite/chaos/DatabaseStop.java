package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL is stopped for half a minute: nobody is told a 2xx without its row, and who asks is told to come again. */
public final class DatabaseStop {
    private static final int DEALS = 20;
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Map<Part, String> QUESTIONS = Map.of(
            Part.CUSTOMER, "/v1/customers",
            Part.ORDER, "/v1/orders",
            Part.BILLING, "/v1/invoices",
            Part.LEDGER, "/v1/trial-balances",
            Part.WAREHOUSE, "/v1/facts/billings");

    private final Arena arena;

    public DatabaseStop(Arena arena) {
        this.arena = arena;
    }

    public ChaosReport run(long seed) {
        long began = System.nanoTime();
        List<Deal> first = arena.workload().buy(DEALS);
        arena.atRest();
        CompletableFuture<List<Finding>> readers = CompletableFuture.supplyAsync(this::ask);
        List<Deal> second = arena.round(arena.faults().stopped(Part.POSTGRES), LASTS, DEALS, first);
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put("who asks meanwhile is answered 503 with Retry-After", readers.join());
        arena.workload().settle(second);
        checks.putAll(arena.examine());
        return arena.report("database-stop", seed, began, checks);
    }

    /** In the middle of it, each service once. */
    private List<Finding> ask() {
        Pause.of(LASTS.dividedBy(2));
        Map<Part, String> wrong = new TreeMap<>();
        QUESTIONS.forEach((server, path) -> {
            Reply reply = arena.stack().client(server.endpoint(), "auditor").get(path);
            if (reply.status() != 503 || reply.header("Retry-After") == null) {
                wrong.put(
                        server,
                        "%s of %s was answered %d, Retry-After %s"
                                .formatted(path, server.label(), reply.status(), reply.header("Retry-After")));
            }
        });
        arena.say("  in the middle of it %d of %d services answered 503 with Retry-After"
                .formatted(QUESTIONS.size() - wrong.size(), QUESTIONS.size()));
        return wrong.values().stream()
                .map(what -> new Finding("503 with Retry-After", Finding.Kind.WRONG, what))
                .toList();
    }
}
