package io.counterfoil.billing.discount;

import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.ServicePeriod;
import java.time.LocalDate;
import java.util.UUID;

/** Of a subscription what discounts and promises are counted by. */
record Account(UUID subscriptionId, Scope scope, LocalDate start, LocalDate end, BillingPeriod rhythm) {

    /** Whether the span begins where a billing period does, or the subscription. */
    boolean beginsAPeriod(ServicePeriod span) {
        return span.start().equals(start)
                || rhythm.around(start, span.start()).start().equals(span.start());
    }

    /** A full period, as far as the subscription lasts. */
    ServicePeriod within(ServicePeriod full) {
        LocalDate from = full.start().isBefore(start) ? start : full.start();
        LocalDate to = end != null && end.isBefore(full.end()) ? end : full.end();
        return from.isBefore(to) ? new ServicePeriod(from, to) : null;
    }
}
