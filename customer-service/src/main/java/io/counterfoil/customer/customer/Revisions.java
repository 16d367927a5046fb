package io.counterfoil.customer.customer;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Makes a version: the record, its identities, its line in the history and its fact, together or not at all. */
@Dependent
class Revisions {

    private final Customers customers;
    private final Identities identities;
    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    Revisions(Customers customers, Identities identities, Database database, Outbox outbox, BusinessClock clock) {
        this.customers = customers;
        this.identities = identities;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The first version of a customer. */
    GoldenRecord begin(GoldenRecord first, Origin origin) {
        Customer customer = new Customer(first, clock.now());
        customers.add(customer);
        identify(first, List.of(), customer.changedAt());
        GoldenRecord made = customers.recordOf(customer);
        List<String> all = made.differencesTo(GoldenRecord.NOTHING);
        remember(made, all, origin, customer.changedAt());
        outbox.publish(new CustomerCreated(made, origin.matchedBy()));
        return made;
    }

    /** The next version; where nothing differs, there is none, and nothing is told. */
    GoldenRecord revise(Customer customer, GoldenRecord wanted, Origin origin) {
        GoldenRecord before = customers.recordOf(customer);
        List<String> changed = wanted.differencesTo(before);
        if (changed.isEmpty()) {
            return before;
        }
        customer.become(wanted, clock.now());
        customers.write();
        identify(wanted, before.references(), customer.changedAt());
        GoldenRecord made = customers.recordOf(customer);
        remember(made, changed, origin, customer.changedAt());
        outbox.publish(new CustomerUpdated(made, origin.matchedBy(), changed));
        return made;
    }

    private void identify(GoldenRecord wanted, List<ExternalReference> before, Instant at) {
        identities.register(wanted.customerId(), wanted.attributes().taxRegistrations());
        wanted.references().stream()
                .filter(reference -> !before.contains(reference))
                .forEach(reference -> identities.link(wanted.customerId(), reference, at));
    }

    private void remember(GoldenRecord made, List<String> changed, Origin origin, Instant at) {
        database.update(
                """
                insert into customer_version (customer_id, version, changed_at, changed_by, source, matched_by, reason,
                                              changed_attributes, golden_record)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                """,
                made.customerId(),
                made.version(),
                at,
                Correlation.current().actor(),
                origin.source(),
                origin.matchedBy(),
                origin.reason(),
                Json.write(changed),
                Json.write(made));
    }
}
