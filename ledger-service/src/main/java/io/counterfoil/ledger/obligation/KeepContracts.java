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

    /** Between changes, what is told of contracts is kept as one set: a change concerns what was told before it. */
    @Override
    public void handleRun(List<Envelope> run) {
        List<String> concerned = new ArrayList<>();
        List<Envelope> told = new ArrayList<>();
        for (Envelope event : run) {
            if (event.type().equals(SubscriptionAmended.TYPE)) {
                concerned.addAll(keep(told));
                told.clear();
                amended(event);
            } else {
                told.add(event);
            }
        }
        concerned.addAll(keep(told));
        obligations.allocate(concerned);
    }

    private List<String> keep(List<Envelope> told) {
        List<Contracts.Told> signed = new ArrayList<>();
        List<OrderAccepted> accepted = new ArrayList<>();
        for (Envelope event : told) {
            if (event.type().equals(ContractSigned.TYPE)) {
                signed.add(new Contracts.Told(event.id(), event.dataAs(ContractSigned.class)));
            } else {
                accepted.add(event.dataAs(OrderAccepted.class));
            }
        }
        List<String> concerned = new ArrayList<>(contracts.add(signed));
        concerned.addAll(contracts.state(accepted));
        return concerned;
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
