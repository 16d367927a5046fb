package io.counterfoil.ledger.bench;

import io.counterfoil.ledger.LedgerUnderTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Processor time that was used, by this process and by PostgreSQL with all its children: what others do on the machine
 * does not change it much. Where there is no /proc, PostgreSQL's is nought.
 */
record Cpu(long javaNanos, long postgresNanos) {

    private static final long TICK = 10_000_000L;
    private static final int UTIME = 11;

    static Cpu now(LedgerUnderTest ledger) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cpu(
                system.getProcessCpuTime(), ledger.postgres().transactions().fresh(() -> postgres(ledger)));
    }

    /** Within a transaction, so that the backend that is asked for its parent still lives. */
    private static long postgres(LedgerUnderTest ledger) {
        int backend = ledger.database()
                .query("select pg_backend_pid() as pid")
                .one(row -> row.intValue("pid"))
                .orElseThrow();
        return ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .map(Cpu::family)
                .orElse(0L);
    }

    Cpu since(Cpu begun) {
        return new Cpu(javaNanos - begun.javaNanos, postgresNanos - begun.postgresNanos);
    }

    /** Of the server itself, its children that have ended, and those that live. */
    private static long family(ProcessHandle postmaster) {
        return TICK
                * (ticks(postmaster, 4)
                        + postmaster
                                .children()
                                .mapToLong(child -> ticks(child, 2))
                                .sum());
    }

    private static long ticks(ProcessHandle process, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(values, UTIME, UTIME + fields)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
