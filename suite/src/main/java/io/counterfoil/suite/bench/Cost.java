package io.counterfoil.suite.bench;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of those who took part. Whoever else works on the machine makes a run longer, but hardly dearer, so this tells
 * what the time on the clock does not.
 */
record Cost(Duration service, Duration database, Duration broker) {

    static Cost soFar(Stack stack) {
        return new Cost(
                stack.processorTime(Part.BILLING),
                stack.processorTime(Part.POSTGRES),
                stack.processorTime(Part.BROKER));
    }

    Cost since(Cost before) {
        return new Cost(service.minus(before.service), database.minus(before.database), broker.minus(before.broker));
    }

    String text(long units) {
        return "CPU each: service %s us, PostgreSQL %s us, broker %s us"
                .formatted(each(service, units), each(database, units), each(broker, units));
    }

    Map<String, Object> json(long units) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", each(service, units));
        json.put("postgresql", each(database, units));
        json.put("broker", each(broker, units));
        return json;
    }

    private static long each(Duration all, long units) {
        return units == 0 ? 0 : all.toNanos() / 1000 / units;
    }
}
