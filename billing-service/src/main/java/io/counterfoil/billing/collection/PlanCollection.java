package io.counterfoil.billing.collection;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.InvoicesIssued;
import io.counterfoil.billing.paymentmethod.MethodStored;
import io.counterfoil.billing.paymentmethod.PaymentMethods;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whoever has stored a method is collected from: what is issued from then on, and what is open already. */
@Dependent
class PlanCollection {

    private final PaymentMethods methods;
    private final Invoices invoices;
    private final Collections collections;
    private final CollectionPlan plan;

    @Inject
    PlanCollection(PaymentMethods methods, Invoices invoices, Collections collections, CollectionPlan plan) {
        this.methods = methods;
        this.invoices = invoices;
        this.collections = collections;
        this.plan = plan;
    }

    void issued(@Observes InvoicesIssued issued) {
        Set<UUID> stored = methods.among(
                issued.invoices().stream().map(Invoice::customerId).collect(Collectors.toSet()));
        if (!stored.isEmpty()) {
            plan.plan(
                    issued.invoices().stream()
                            .filter(invoice -> stored.contains(invoice.customerId()))
                            .toList(),
                    null);
        }
    }

    void stored(@Observes MethodStored stored) {
        plan.plan(invoices.open(collections.open(stored.customerId())).values(), null);
    }
}
