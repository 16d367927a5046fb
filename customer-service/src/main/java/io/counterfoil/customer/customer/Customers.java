package io.counterfoil.customer.customer;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.customer.reference.Identities;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All customers. */
@Dependent
class Customers {

    @PersistenceContext
    EntityManager entities;

    private final Database database;
    private final Identities identities;

    @Inject
    Customers(Database database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    /** The next free number. One that is not used in the end leaves a gap, which harms nobody. */
    String nextNumber() {
        long number = database.query("select nextval('customer_number') as number")
                .one(row -> row.longValue("number"))
                .orElseThrow();
        return String.format(Locale.ROOT, "C-%06d", number);
    }

    /** Writes the new customer, so that what follows in this transaction may refer to it. */
    void add(Customer customer) {
        entities.persist(customer);
        entities.flush();
    }

    /** As many free numbers. */
    List<String> nextNumbers(int many) {
        return database.query("select nextval('customer_number') as number from generate_series(1, ?)", many)
                .list(row -> String.format(Locale.ROOT, "C-%06d", row.longValue("number")));
    }

    /** The same for many. */
    void addAll(List<Customer> customers) {
        customers.forEach(entities::persist);
        entities.flush();
    }

    /** Writes what was changed; from here on the customer shows its new version. */
    void write() {
        entities.flush();
    }

    /** The customer, for change: nobody else changes it until this transaction has ended. */
    Customer locked(UUID id) {
        Customer customer = entities.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (customer == null) {
            throw new NotFound("customer", id);
        }
        return customer;
    }

    GoldenRecord recordOf(Customer customer) {
        return recordsOf(List.of(customer)).get(0);
    }

    GoldenRecord get(UUID id) {
        List<GoldenRecord> found = list(List.of(id));
        if (found.isEmpty()) {
            throw new NotFound("customer", id);
        }
        return found.get(0);
    }

    /** The records of these customers, in the order of the ids. */
    List<GoldenRecord> list(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Customer> found = new HashMap<>();
        entities.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(customer -> found.put(customer.id(), customer));
        return recordsOf(ids.stream().filter(found::containsKey).map(found::get).toList());
    }

    List<GoldenRecord> recordsOf(List<Customer> customers) {
        List<UUID> ids = customers.stream().map(Customer::id).toList();
        var references = identities.referencesOf(ids);
        var registrations = identities.registrationsOf(ids);
        List<GoldenRecord> records = new ArrayList<>();
        for (Customer customer : customers) {
            records.add(new GoldenRecord(
                    customer.id(),
                    customer.customerNumber(),
                    customer.version(),
                    customer.state(),
                    customer.attributes().with(registrations.getOrDefault(customer.id(), List.of())),
                    List.copyOf(references.getOrDefault(customer.id(), List.of())),
                    customer.mergedInto()));
        }
        return records;
    }
}
