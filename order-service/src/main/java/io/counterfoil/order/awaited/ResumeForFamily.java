package io.counterfoil.order.awaited;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.trouble.ReplayTrouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody above a buyer, or who pays for it, was reinstated, or the family is another: the orders that were held because of it
 * go on by themselves. One that is refused once more waits for whoever stands in its way then.
 */
@Dependent
class ResumeForFamily implements EventHandler {

    private static final String ACTOR = "order-service";

    private final AwaitedCustomers awaited;
    private final ReplayTrouble replay;

    @Inject
    ResumeForFamily(AwaitedCustomers awaited, ReplayTrouble replay) {
        this.awaited = awaited;
        this.replay = replay;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "io.counterfoil.customer.customer.reinstated.v1",
                "io.counterfoil.customer.customer.merged.v1",
                "io.counterfoil.customer.customer.unmerged.v1",
                "io.counterfoil.customer.hierarchy.changed.v1");
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        Map<UUID, Envelope> causes = new HashMap<>();
        for (Envelope event : run) {
            event.dataAs(FamilyFact.class).changed().forEach(customer -> causes.put(customer, event));
        }
        awaited.waitingFor(causes.keySet())
                .forEach(waits -> EventDispatch.within(
                        causes.get(waits.customer()), () -> replay.attempt(waits.exception(), ACTOR)));
    }
}
