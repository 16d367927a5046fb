package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.ReplayTrouble;
import io.counterfoil.order.customer.CustomerReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
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
        CustomerFact fact = event.dataAs(CustomerFact.class);
        if (fact.mayBuy()) {
            waitingFor(fact).forEach(this::again);
        }
    }

    /** Few orders wait at any time. */
    private List<UUID> waitingFor(CustomerFact fact) {
        return database.query(
                        """
                        select e.id from exception e join quote_to_cash p on p.order_id = e.subject::uuid
                        where e.origin = ? and e.state in ('OPEN', 'ASSIGNED') and p.state = 'HELD'
                          and (p.claim::jsonb ->> 'customerId' = ?
                               or lower(p.claim::jsonb -> 'reference' ->> 'system') || ':' || (p.claim::jsonb -> 'reference' ->> 'id')
                                  = any(?))
                        order by e.seq
                        """,
                        "step:" + ResolveCustomer.KIND,
                        fact.customerId().toString(),
                        fact.references().stream()
                                .map(ResumeForCustomer::written)
                                .toList())
                .list(row -> row.uuid("id"));
    }

    private static String written(CustomerReference reference) {
        return reference.system() + ":" + reference.id();
    }

    /** False where it is refused again: the exception stays open and says why, and it is not this event's to be parked. */
    private boolean again(UUID exceptionId) {
        try {
            replay.handle(exceptionId, ACTOR);
            return true;
        } catch (Refusal stillRefused) {
            return false;
        }
    }
}
