package io.counterfoil.order.renewal;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Renewals begin so many days before a term ends, by the calendar of the customer. */
@ApplicationScoped
class RenewalTimer implements DueWork {

    @Inject
    Renewals renewals;

    @Inject
    BeginRenewal begin;

    @Override
    public String name() {
        return "renewals";
    }

    @Override
    public Optional<Instant> nextDue() {
        return renewals.next();
    }

    @Override
    public boolean workOnce() {
        return begin.handle();
    }
}
