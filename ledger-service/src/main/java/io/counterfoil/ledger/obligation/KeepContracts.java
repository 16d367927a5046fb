package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps contracts and what they promise, and allocates their price. */
@ApplicationScoped
class KeepContracts implements EventHandler {

    @Inject
    Contracts contracts;

    @Inject
    Obligations obligations;

    @Override
    public Set<String> types() {
        return Set.of(ContractSigned.TYPE, OrderAccepted.TYPE, SubscriptionAmended.TYPE);
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        List<String> concerned = new ArrayList<>();
        for (Envelope event : run) {
            if (event.type().equals(SubscriptionAmended.TYPE)) {
                amended(event);
                continue;
            }
            concerned.addAll(
                    event.type().equals(ContractSigned.TYPE)
                            ? contracts.add(event.id(), event.dataAs(ContractSigned.class))
                            : contracts.state(event.dataAs(OrderAccepted.class)));
        }
        obligations.allocate(concerned);
    }

    /**
     * How a change is treated is kept with who decided it; the lines that are billed for it ask. A promise that is not known
     * here, or not yet, has its act all the same.
     */
    private void amended(Envelope event) {
        SubscriptionAmended amended = event.dataAs(SubscriptionAmended.class);
        Map<String, Obligation> known = contracts.find(amended.concerned()).stream()
                .collect(Collectors.toMap(Obligation::id, Function.identity()));
        for (String id : amended.concerned()) {
            ObligationAct act = amended.act(event.id(), id);
            if (known.containsKey(id)) {
                known.get(id).require(act.kind());
            }
            contracts.keep(id, act, amended.firstDay(id));
        }
    }
}
