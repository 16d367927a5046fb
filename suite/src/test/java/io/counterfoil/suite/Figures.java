package io.counterfoil.suite;

import io.counterfoil.suite.stack.Endpoint;

/** What {@code /metrics} of a service says. */
record Figures(Counterfoil counterfoil) {

    /** The sum of all lines of this metric. */
    long sum(Endpoint service, String metric) {
        return counterfoil
                .anonymous(service)
                .get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.lastIndexOf(' ') + 1).replaceFirst("\\..*", "")))
                .sum();
    }

    /** How many events came to the service again after they had had their effect. */
    long duplicates(Endpoint service) {
        return sum(service, "counterfoil_inbox_duplicates_total");
    }
}
