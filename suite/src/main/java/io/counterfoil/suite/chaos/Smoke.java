package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.chaos.fault.Faults;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.chaos.wire.Edge;
import io.counterfoil.suite.chaos.wire.WireFault;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Each kind of fault once, in an order drawn from the seed, deals and payments coming in all the while; under six minutes. */
public final class Smoke {
    private static final Duration LASTS = Duration.ofSeconds(2);
    private static final int DEALS = 4;

    private final Arena arena;
    private final long seed;

    public Smoke(Arena arena, long seed) {
        this.arena = arena;
        this.seed = seed;
    }

    public ChaosReport run() {
        long began = System.nanoTime();
        List<Fault> faults = new ArrayList<>(faults());
        Collections.shuffle(faults, new Random(seed));
        List<Deal> unpaid = List.of();
        for (Fault fault : faults) {
            unpaid = arena.round(fault, LASTS, DEALS, unpaid);
        }
        arena.workload().settle(unpaid);
        arena.asked().deals().stream()
                .filter(deal -> deal.channel() == Deal.Channel.API)
                .limit(DEALS)
                .forEach(arena.workload()::changeBehindTheKey);
        Map<String, List<Finding>> checks = arena.examine();
        return arena.report("smoke", seed, began, checks);
    }

    private List<Fault> faults() {
        Faults faults = arena.faults();
        return List.of(
                faults.killed(Part.ORDER),
                faults.killed(Part.BILLING),
                faults.killed(List.of(Part.LEDGER, Part.CUSTOMER)),
                faults.killed(Part.WAREHOUSE),
                faults.killed(Part.BROKER),
                faults.killed(Part.POSTGRES),
                faults.paused(Part.LEDGER),
                faults.paused(Part.BROKER),
                faults.broken(new Edge(Part.ORDER, Endpoint.CUSTOMER), WireFault.cutAfter(900)),
                faults.broken(new Edge(Part.ORDER, Endpoint.SALESFORCE), WireFault.DOWN),
                faults.broken(new Edge(Part.BILLING, Endpoint.POSTGRES), WireFault.RESET),
                faults.broken(new Edge(Part.LEDGER, Endpoint.BROKER), WireFault.BLACK_HOLE),
                faults.broken(new Edge(Part.TWINS, Endpoint.ORDER), WireFault.cutAfter(400)),
                faults.broken(new Edge(Part.WAREHOUSE, Endpoint.POSTGRES), WireFault.delay(15)),
                faults.crm(
                        "tells three times in reverse, answers are lost after the commit",
                        Map.of("commitThenHangUpNext", 3, "duplicateNotifications", 2, "reverseNotifications", true)),
                faults.crm("429 and 500", Map.of("failNext", 4, "failStatus", 429, "delayMillis", 40)),
                faults.crm("answers with fields that nobody has announced", Map.of("schemaDrift", true)),
                faults.gateway("tells three times, late", Map.of("duplicates", 2, "delayMillis", 300)),
                faults.gateway("tells with fields that nobody has announced", Map.of("schemaDrift", true)));
    }
}
