package io.counterfoil.order.fulfilment;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
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
            return;
        }
        List<TakeFact.Told> told = new ArrayList<>();
        for (Envelope event : run) {
            ProcessFact fact = read(event);
            if (fact instanceof ProcessFact.OrderRefused) {
                flush(told);
                EventDispatch.within(event, () -> handle(event));
            } else if (fact.orderId() != null) {
                told.add(new TakeFact.Told(event, fact));
            }
        }
        flush(told);
    }

    private void flush(List<TakeFact.Told> told) {
        if (!told.isEmpty()) {
            takeFact.handle(List.copyOf(told));
            told.clear();
        }
    }

    @Override
    public void handle(Envelope event) {
        ProcessFact fact = read(event);
        if (fact instanceof ProcessFact.OrderRefused refused) {
            holdOrder.handle(refused.orderId(), refused.why());
        } else if (fact.orderId() != null) {
            takeFact.handle(fact, event.position());
        }
    }

    private static ProcessFact read(Envelope event) {
        return event.dataAs(ProcessFact.BY_TYPE.get(event.type()));
    }
}
