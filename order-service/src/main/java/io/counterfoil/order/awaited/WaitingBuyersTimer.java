package io.counterfoil.order.awaited;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.DueWork;
import io.counterfoil.common.trouble.ReplayTrouble;
import io.counterfoil.order.awaited.TakeWaitingBuyer.Question;
import io.counterfoil.order.customer.CustomerDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks again about buyers who were refused. Not every change is told to this service: a payment frees a limit, a relationship
 * ends on its day, and a parent may be reinstated while the refusal is still on its way. A question that is answered no again leaves no
 * trace.
 */
@ApplicationScoped
class WaitingBuyersTimer implements DueWork {

    private static final String ACTOR = "order-service";

    @Inject
    AwaitedCustomers awaited;

    @Inject
    TakeWaitingBuyer take;

    @Inject
    CustomerDirectory customers;

    @Inject
    ReplayTrouble replay;

    @Inject
    BusinessClock clock;

    @Override
    public String name() {
        return "waiting-buyers";
    }

    @Override
    public Optional<Instant> nextDue() {
        return awaited.isAnyDue() ? Optional.of(clock.now()) : Optional.empty();
    }

    @Override
    public boolean workOnce() {
        Optional<Question> question = take.handle();
        question.filter(Question::isToAsk)
                .filter(this::mayNow)
                .ifPresent(one -> replay.attempt(one.exception(), ACTOR));
        return question.isPresent();
    }

    private boolean mayNow(Question one) {
        try {
            customers.requireCredit(one.customer(), one.value());
            return true;
        } catch (Refusal stillNot) {
            return false; // the exception says already what stands in the way
        }
    }
}
