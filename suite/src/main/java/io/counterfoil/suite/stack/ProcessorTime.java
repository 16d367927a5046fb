package io.counterfoil.suite.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** How much processor time a process has had, its children that live and those that ended included; zero where the system doesn't tell. */
public final class ProcessorTime {
    /** What the kernel counts in, on every Linux of today. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER = 11;
    private static final int FIELDS = 4;

    private ProcessorTime() {}

    public static Duration of(ProcessHandle process) {
        long ticks = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> ticks(each.pid()))
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    /** User and system time, its own and that of children it has waited for; the name before may hold spaces. */
    private static long ticks(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = USER; i < USER + FIELDS; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException notTold) {
            return 0;
        }
    }
}
