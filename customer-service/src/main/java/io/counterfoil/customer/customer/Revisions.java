package io.counterfoil.customer.customer;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.Identities;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Makes a version: the record, its identities, its line in the history and in the audit trail, and its facts, together
 * or not at all.
 */
@Dependent
class Revisions {

    private final Customers customers;
    private final Identities identities;
    private final Matching matching;
    private final History history;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    Revisions(
            Customers customers,
            Identities identities,
            Matching matching,
            History history,
            AuditTrail audit,
            Outbox outbox,
            BusinessClock clock) {
        this.customers = customers;
        this.identities = identities;
        this.matching = matching;
        this.history = history;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The first version of a customer. */
    GoldenRecord begin(GoldenRecord first, Origin origin) {
        Customer customer = new Customer(first, clock.now());
        customers.add(customer);
        identify(first, GoldenRecord.NOTHING, customer.changedAt());
        GoldenRecord made = customers.recordOf(customer);
        keep(new Change(GoldenRecord.NOTHING, made, origin, customer.changedAt()));
        outbox.publish(new CustomerCreated(made, origin.matchedBy(), origin.source()));
        return made;
    }

    /** The next version; where nothing differs, there is none, and nothing is told. */
    GoldenRecord revise(Customer customer, GoldenRecord wanted, Origin origin) {
        GoldenRecord before = customers.recordOf(customer);
        if (wanted.differencesTo(before).isEmpty()) {
            return before;
        }
        customer.become(wanted, clock.now());
        customers.write();
        identify(wanted, before, customer.changedAt());
        GoldenRecord made = customers.recordOf(customer);
        Change change = new Change(before, made, origin, customer.changedAt());
        keep(change);
        outbox.publish(new CustomerUpdated(made, origin.matchedBy(), change.changed(), origin.source()));
        change.move().ifPresent(outbox::publish);
        return made;
    }

    private void identify(GoldenRecord wanted, GoldenRecord before, Instant at) {
        Attributes now = wanted.attributes();
        if (!now.taxRegistrations().equals(before.attributes().taxRegistrations())) {
            identities.register(wanted.customerId(), now.taxRegistrations());
        }
        if (!now.likeness().equals(before.attributes().likeness())) {
            matching.index(wanted.customerId(), now.likeness());
        }
        before.references().stream()
                .filter(reference -> !wanted.references().contains(reference))
                .forEach(reference -> identities.unlink(wanted.customerId(), reference));
        wanted.references().stream()
                .filter(reference -> !before.references().contains(reference))
                .forEach(reference -> identities.link(wanted.customerId(), reference, at));
    }

    private void keep(Change change) {
        history.append(change);
        audit.keep(change.audited());
    }
}
