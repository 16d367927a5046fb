package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps contracts and what they promise, and allocates their price. */
@ApplicationScoped
class KeepContracts implements EventHandler {

    @Inject
    Contracts contracts;

    @Inject
    Acts acts;

    @Inject
    Obligations obligations;

    @Inject
    Cancellations cancellations;

    @Override
    public Set<String> types() {
        return Set.of(ContractSigned.TYPE, OrderAccepted.TYPE, OrderCancelled.TYPE, SubscriptionAmended.TYPE);
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
            if (event.type().equals(ContractSigned.TYPE) || event.type().equals(OrderAccepted.TYPE)) {
                told.add(event);
            } else {
                concerned.addAll(keep(told));
                told.clear();
                changed(event);
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
        if (!signed.isEmpty()) {
            cancellations.known(signed.stream().map(Contracts.Told::contract).toList(), concerned);
        }
        concerned.addAll(contracts.state(accepted));
        return concerned;
    }

    private void changed(Envelope event) {
        if (event.type().equals(OrderCancelled.TYPE)) {
            cancellations.add(event.id(), event.dataAs(OrderCancelled.class));
        } else {
            amended(event);
        }
    }

    /**
     * How a change is treated is kept with who decided it; the lines that are billed for it ask. A promise that is not known
     * here, or not yet, has its act all the same; so has one that was terminated since.
     */
    private void amended(Envelope event) {
        SubscriptionAmended amended = event.dataAs(SubscriptionAmended.class);
        Map<String, ObligationAct> done = new LinkedHashMap<>();
        Map<String, LocalDate> firstDays = new HashMap<>();
        for (String id : amended.concerned()) {
            done.put(id, amended.act(event.id(), id));
            firstDays.put(id, amended.firstDay(id));
        }
        acts.keep(done, firstDays);
    }
}
