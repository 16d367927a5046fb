package io.counterfoil.order.fulfilment;

import io.counterfoil.order.crm.Crm;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The CRMs that are connected, by name. */
@Dependent
class Crms {

    private final Instance<Crm> connected;

    @Inject
    Crms(@Any Instance<Crm> connected) {
        this.connected = connected;
    }

    Crm of(String system) {
        return connected.stream()
                .filter(crm -> crm.system().equals(system))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter for the CRM " + system));
    }
}
