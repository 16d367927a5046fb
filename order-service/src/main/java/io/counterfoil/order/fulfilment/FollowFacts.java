package io.counterfoil.order.fulfilment;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Moves processes on by what billing and ledger say. */
@Dependent
class FollowFacts implements EventHandler {

    private final TakeFact takeFact;
    private final HoldOrder holdOrder;

    @Inject
    FollowFacts(TakeFact takeFact, HoldOrder holdOrder) {
        this.takeFact = takeFact;
        this.holdOrder = holdOrder;
    }

    @Override
    public Set<String> types() {
        return ProcessFact.BY_TYPE.keySet();
    }

    @Override
    public void handleRun(List<Envelope> run) {
        if (run.size() == 1) {
            handle(run.get(0));
        } else {
            run.forEach(event -> EventDispatch.within(event, () -> handle(event)));
        }
    }

    @Override
    public void handle(Envelope event) {
        ProcessFact fact = event.dataAs(ProcessFact.BY_TYPE.get(event.type()));
        if (fact instanceof ProcessFact.OrderRefused refused) {
            holdOrder.handle(refused.orderId(), refused.why());
        } else if (fact.orderId() != null) {
            takeFact.handle(fact, event.position());
        }
    }
}
