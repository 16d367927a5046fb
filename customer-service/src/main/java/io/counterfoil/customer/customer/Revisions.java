package io.counterfoil.customer.customer;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

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

    /** The first versions of many, each within its own business transaction. */
    List<GoldenRecord> begin(List<First> firsts) {
        Instant now = clock.now();
        List<Customer> customers =
                firsts.stream().map(first -> new Customer(first.record(), now)).toList();
        this.customers.addAll(customers);
        Map<UUID, List<ExternalReference>> references = new LinkedHashMap<>();
        Map<UUID, List<TaxRegistration>> registrations = new LinkedHashMap<>();
        Map<UUID, Likeness> likenesses = new LinkedHashMap<>();
        for (First first : firsts) {
            UUID id = first.record().customerId();
            references.put(id, first.record().references());
            registrations.put(id, first.record().attributes().taxRegistrations());
            likenesses.put(id, first.record().attributes().likeness());
        }
        identities.addNew(references, registrations, now);
        matching.indexNew(likenesses);
        List<GoldenRecord> made = this.customers.recordsOf(customers);
        for (int i = 0; i < made.size(); i++) {
            begun(made.get(i), firsts.get(i), customers.get(i).changedAt());
        }
        return made;
    }

    private void begun(GoldenRecord made, First first, Instant at) {
        first.within().accept(() -> {
            keep(new Change(GoldenRecord.NOTHING, made, first.origin(), at));
            outbox.publish(new CustomerCreated(
                    made, first.origin().matchedBy(), first.origin().source()));
        });
    }

    /** A record that nobody knew, on whose word, and in which business transaction. */
    record First(GoldenRecord record, Origin origin, Consumer<Runnable> within) {}

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
        link(
                wanted.customerId(),
                wanted.references().stream()
                        .filter(reference -> !before.references().contains(reference))
                        .toList(),
                at);
    }

    /** One after the other, for which was linked first leads. */
    private void link(UUID customerId, List<ExternalReference> references, Instant from) {
        Instant at = from;
        for (ExternalReference reference : references) {
            identities.link(customerId, reference, at);
            at = at.plus(1, ChronoUnit.MICROS);
        }
    }

    private void keep(Change change) {
        history.append(change);
        audit.keep(change.audited());
    }
}
