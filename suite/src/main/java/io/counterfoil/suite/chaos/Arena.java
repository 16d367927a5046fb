package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Checker;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.chaos.fault.Faults;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.chaos.load.Draw;
import io.counterfoil.suite.chaos.load.Workload;
import io.counterfoil.suite.chaos.wire.Wires;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A stack with everything that a run needs: who asks, what breaks, who looks. */
public final class Arena implements AutoCloseable {
    private static final ZoneId ZONE_OF_US01 = ZoneId.of("America/New_York");

    private final Stack stack;
    private final Consumer<String> out;
    private final Asked asked = new Asked();
    private final Workload workload;
    private final Faults faults;
    private final Recovery recovery;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<Struck> struck = new CopyOnWriteArrayList<>();

    /** Loads the reference data; from here on one can buy. */
    public Arena(Stack stack, Wires wires, long seed, Consumer<String> out) {
        this.stack = stack;
        this.out = out;
        ReferenceData.of(stack.access()).load(stack.time());
        LocalDate today = LocalDate.ofInstant(stack.time().now(), ZONE_OF_US01);
        this.workload = new Workload(stack.access(), new Draw(seed, today), asked);
        this.faults = new Faults(stack, wires);
        this.recovery = new Recovery(stack.access());
        workload.prepare();
    }

    public Faults faults() {
        return faults;
    }

    public Workload workload() {
        return workload;
    }

    public Stack stack() {
        return stack;
    }

    public Asked asked() {
        return asked;
    }

    public List<Struck> struck() {
        return List.copyOf(struck);
    }

    /**
     * Deals come in, some earlier ones are paid, and in the middle of it the fault strikes and lasts. Returns the deals when
     * everything that was accepted has come to its end.
     */
    public List<Deal> round(Fault fault, Duration lasts, int deals, List<Deal> unpaid) {
        say(fault.name());
        CompletableFuture<List<Deal>> bought = CompletableFuture.supplyAsync(() -> workload.buy(deals));
        CompletableFuture<Void> paid = CompletableFuture.runAsync(() -> workload.settle(unpaid));
        long began = System.nanoTime();
        fault.strike();
        Pause.of(lasts);
        fault.heal();
        Duration lasted = Duration.ofNanos(System.nanoTime() - began);
        long healed = System.nanoTime();
        List<Deal> placed = bought.join();
        paid.join();
        atRest();
        struck(fault.name(), lasted, Duration.ofNanos(System.nanoTime() - healed));
        return placed;
    }

    /** A fault that begins and ends while others ask; nobody waits for anything. */
    public void brief(Fault fault, Duration lasts) {
        say(fault.name());
        fault.strike();
        Pause.of(lasts);
        fault.heal();
    }

    /** A figure of this run for its report. */
    void note(String name, String figure) {
        notes.put(name, figure);
        say(name + ": " + figure);
    }

    void struck(String name, Duration lasted, Duration recovered) {
        struck.add(new Struck(name, lasted, recovered));
        say("  lasted %s, everything accepted had ended %s later"
                .formatted(ChaosReport.seconds(lasted), ChaosReport.seconds(recovered)));
    }

    /** Waits until all that was accepted so far has come to its end; what is to be cancelled has not begun. */
    public void atRest() {
        recovery.await(running());
    }

    /** How many of the deals that were accepted so far must become complete. */
    public long running() {
        return asked.running();
    }

    /** Waits as long as that until so many processes are complete and all is told; false when that does not come. */
    public boolean mayRest(Duration patience, long complete) {
        return recovery.within(patience, complete);
    }

    /** How many processes are complete now. */
    public long complete() {
        return recovery.complete();
    }

    /** Every check, whether the stack has come to rest or not. */
    public Map<String, List<Finding>> examineAsItIs() {
        return new Checker(stack.access(), asked).examine();
    }

    /** Nothing goes on any more; then every check. */
    public Map<String, List<Finding>> examine() {
        atRest();
        stack.time().settle();
        return new Checker(stack.access(), asked).examine();
    }

    /** What came of a run that began then; the next one begins with no faults. */
    ChaosReport report(String run, long seed, long began, Map<String, List<Finding>> checks) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        ChaosReport report = new ChaosReport(run, seed, took, asked, struck(), checks, Map.copyOf(notes));
        struck.clear();
        notes.clear();
        return report;
    }

    public void say(String line) {
        out.accept(line);
    }

    @Override
    public void close() {
        workload.close();
    }
}
