package io.counterfoil.order.awaited;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.awaited.AwaitedCustomers.Buyer;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Takes the next buyer who may be asked about again; whose order waits no more is forgotten. */
@UseCase
class TakeWaitingBuyer {

    private final AwaitedCustomers awaited;
    private final OrderBook orders;

    @Inject
    TakeWaitingBuyer(AwaitedCustomers awaited, OrderBook orders) {
        this.awaited = awaited;
        this.orders = orders;
    }

    Optional<Question> handle() {
        return awaited.nextDue().map(this::question);
    }

    private Question question(Buyer buyer) {
        Optional<Money> value = orders.value(buyer.order());
        if (buyer.exception() == null || value.isEmpty()) {
            awaited.drop(buyer.order());
            return Question.NONE;
        }
        awaited.asked(buyer);
        return new Question(buyer.customer(), value.get(), buyer.exception());
    }

    /** Whether the buyer may have so much now, and the exception that ends if so. */
    record Question(UUID customer, Money value, UUID exception) {

        /** Somebody waited no more. */
        static final Question NONE = new Question(null, null, null);

        boolean isToAsk() {
            return exception != null;
        }
    }
}
