package io.counterfoil.order.awaited;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.trouble.ReplayTrouble;
import io.counterfoil.order.customer.CustomerReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A person has decided whom an account means, or reinstated a customer: the orders that wait for it go on by themselves. A
 * replay that has no effect any more is harmless.
 */
@Dependent
class ResumeForCustomer implements EventHandler {

    private static final String ACTOR = "order-service";

    private final Database database;
    private final ReplayTrouble replay;

    @Inject
    ResumeForCustomer(Database database, ReplayTrouble replay) {
        this.database = database;
        this.replay = replay;
    }

    @Override
    public Set<String> types() {
        return Set.of("io.counterfoil.customer.customer.created.v1", "io.counterfoil.customer.customer.updated.v1");
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        Set<String> customers = new TreeSet<>();
        Set<String> references = new TreeSet<>();
        Map<String, Envelope> causes = new HashMap<>();
        for (Envelope event : run) {
            CustomerFact fact = event.dataAs(CustomerFact.class);
            if (fact.mayBuy()) {
                customers.add(fact.customerId().toString());
                causes.put(fact.customerId().toString(), event);
                fact.references().stream().map(ResumeForCustomer::written).forEach(reference -> {
                    references.add(reference);
                    causes.put(reference, event);
                });
            }
        }
        if (!customers.isEmpty()) {
            waitingFor(customers, references)
                    .forEach(waiting -> EventDispatch.within(
                            causes.getOrDefault(waiting.customer(), run.get(0)),
                            () -> replay.attempt(waiting.exception(), ACTOR)));
        }
    }

    /** Few orders wait at any time. */
    private List<Waits> waitingFor(Set<String> customers, Set<String> references) {
        return database.query(
                        """
                        select e.id, case when p.claim::jsonb ->> 'customerId' = any(?) then p.claim::jsonb ->> 'customerId'
                                          else lower(p.claim::jsonb -> 'reference' ->> 'system') || ':'
                                               || (p.claim::jsonb -> 'reference' ->> 'id') end as customer
                        from exception e join quote_to_cash p on p.order_id = e.subject::uuid
                        where e.origin = ? and e.state in ('OPEN', 'ASSIGNED') and p.state = 'HELD'
                          and (p.claim::jsonb ->> 'customerId' = any(?)
                               or lower(p.claim::jsonb -> 'reference' ->> 'system') || ':' || (p.claim::jsonb -> 'reference' ->> 'id')
                                  = any(?))
                        order by e.seq
                        """,
                        customers,
                        AwaitedCustomers.ORIGIN,
                        customers,
                        references)
                .list(row -> new Waits(row.uuid("id"), row.text("customer")));
    }

    /** An order that waits, and the customer or reference that it waits for. */
    private record Waits(UUID exception, String customer) {}

    private static String written(CustomerReference reference) {
        return reference.system() + ":" + reference.id();
    }
}
