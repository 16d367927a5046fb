package io.counterfoil.billing.timeline;

import io.counterfoil.billing.rating.ServicePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Subtracts days from days. */
final class Spans {

    private Spans() {}

    /** What is left of a span without the others, in order. */
    static List<ServicePeriod> minus(ServicePeriod span, Collection<ServicePeriod> others) {
        List<ServicePeriod> left = List.of(span);
        for (ServicePeriod other : others) {
            left = left.stream().flatMap(one -> cut(one, other).stream()).toList();
        }
        return left;
    }

    private static List<ServicePeriod> cut(ServicePeriod span, ServicePeriod out) {
        if (!out.start().isBefore(span.end()) || !span.start().isBefore(out.end())) {
            return List.of(span);
        }
        List<ServicePeriod> left = new ArrayList<>(2);
        if (span.start().isBefore(out.start())) {
            left.add(new ServicePeriod(span.start(), out.start()));
        }
        if (out.end().isBefore(span.end())) {
            left.add(new ServicePeriod(out.end(), span.end()));
        }
        return left;
    }
}
