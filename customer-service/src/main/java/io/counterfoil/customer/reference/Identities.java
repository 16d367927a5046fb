package io.counterfoil.customer.reference;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which customer holds which reference and which tax registration. The unique constraints make each held only once. */
@Dependent
public class Identities {

    private final Database database;

    @Inject
    public Identities(Database database) {
        this.database = database;
    }

    public Optional<UUID> holderOf(ExternalReference reference) {
        return database.query(
                        "select customer_id from customer_reference where system = ? and external_id = ?",
                        reference.system(),
                        reference.id())
                .one(row -> row.uuid("customer_id"));
    }

    /** Whether a person said that the reference means its holder. */
    public boolean isConfirmed(ExternalReference reference) {
        return database.query(
                        "select confirmed from customer_reference where system = ? and external_id = ?",
                        reference.system(),
                        reference.id())
                .one(row -> row.bool("confirmed"))
                .orElse(false);
    }

    /** A person says that the reference means its holder, whatever else speaks against it. */
    public void confirm(ExternalReference reference) {
        database.update(
                "update customer_reference set confirmed = true where system = ? and external_id = ?",
                reference.system(),
                reference.id());
    }

    /** False when the other system told us this version of its own record, or a later one, before. */
    public boolean isNews(ExternalReference reference, Long sourceVersion) {
        return sourceVersion == null
                || database.query(
                                "select source_version from customer_reference where system = ? and external_id = ?",
                                reference.system(),
                                reference.id())
                        .one(row -> row.longOrNull("source_version") == null
                                || row.longValue("source_version") < sourceVersion)
                        .orElse(true);
    }

    /** Remembers which version of its own record the other system has told us; an older one is not remembered. */
    public void told(ExternalReference reference, Long sourceVersion) {
        if (sourceVersion != null) {
            database.update(
                    """
                    update customer_reference set source_version = greatest(source_version, ?)
                    where system = ? and external_id = ?
                    """,
                    sourceVersion,
                    reference.system(),
                    reference.id());
        }
    }

    public Set<UUID> holdersOf(List<TaxRegistration> registrations) {
        Set<UUID> holders = new TreeSet<>();
        for (TaxRegistration registration : registrations) {
            TaxKey key = registration.key();
            holders.addAll(database.query(
                            "select survivor_of(customer_id) as customer_id from tax_registration where country = ? and tax_key = ?",
                            key.country(),
                            key.value())
                    .list(row -> row.uuid("customer_id")));
        }
        return holders;
    }

    /** Who holds these references, by how each is written. */
    public Map<String, UUID> holders(List<ExternalReference> references) {
        Map<String, UUID> holders = new HashMap<>();
        database.query(
                        """
                        select r.system || ':' || r.external_id as reference, r.customer_id
                        from unnest(?::text[], ?::text[]) as given(system, id)
                        join customer_reference r on r.system = given.system and r.external_id = given.id
                        """,
                        references.stream().map(ExternalReference::system).toList(),
                        references.stream().map(ExternalReference::id).toList())
                .list(row -> holders.put(row.text("reference"), row.uuid("customer_id")));
        return holders;
    }

    /** Who holds these tax ids, by the lock key of each. */
    public Map<String, UUID> taxHolders(List<TaxRegistration> registrations) {
        Map<String, UUID> holders = new HashMap<>();
        List<TaxKey> keys = registrations.stream().map(TaxRegistration::key).toList();
        database.query(
                        """
                        select 'tax:' || t.country || ':' || t.tax_key as key, survivor_of(t.customer_id) as customer_id
                        from unnest(?::text[], ?::text[]) as given(country, tax_key)
                        join tax_registration t on t.country = given.country and t.tax_key = given.tax_key
                        """,
                        keys.stream().map(TaxKey::country).toList(),
                        keys.stream().map(TaxKey::value).toList())
                .list(row -> holders.put(row.text("key"), row.uuid("customer_id")));
        return holders;
    }

    /** Of each customer, in the order in which they were linked; the first one leads. */
    public Map<UUID, List<ExternalReference>> referencesOf(Collection<UUID> customerIds) {
        Map<UUID, List<ExternalReference>> references = new HashMap<>();
        database.query(
                        """
                        select customer_id, system, external_id from customer_reference where customer_id = any(?)
                        order by linked_at, system, external_id
                        """,
                        customerIds)
                .list(row -> references
                        .computeIfAbsent(row.uuid("customer_id"), id -> new ArrayList<>())
                        .add(new ExternalReference(row.text("system"), row.text("external_id"))));
        return references;
    }

    /** Of each customer, by country and scheme. */
    public Map<UUID, List<TaxRegistration>> registrationsOf(Collection<UUID> customerIds) {
        Map<UUID, List<TaxRegistration>> registrations = new HashMap<>();
        database.query(
                        """
                        select customer_id, scheme, country, id from tax_registration where customer_id = any(?)
                        order by country, scheme
                        """,
                        customerIds)
                .list(row -> registrations
                        .computeIfAbsent(row.uuid("customer_id"), id -> new ArrayList<>())
                        .add(new TaxRegistration(row.text("scheme"), row.text("country"), row.text("id"))));
        return registrations;
    }

    /** Gives the reference to the customer, from whoever held it. */
    public void link(UUID customerId, ExternalReference reference, Instant at) {
        database.update(
                """
                insert into customer_reference (system, external_id, customer_id, linked_at) values (?, ?, ?, ?)
                on conflict (system, external_id) do update
                  set customer_id = excluded.customer_id, linked_at = excluded.linked_at, confirmed = false
                """,
                reference.system(),
                reference.id(),
                customerId,
                at);
    }

    /** The references and tax registrations of customers whom nobody knew before; one that is taken breaks a unique constraint. */
    public void addNew(
            Map<UUID, List<ExternalReference>> references, Map<UUID, List<TaxRegistration>> registrations, Instant at) {
        List<Object[]> linked = new ArrayList<>();
        references.forEach((customer, all) ->
                all.forEach(each -> linked.add(new Object[] {each.system(), each.id(), customer, at})));
        database.append("customer_reference", "system, external_id, customer_id, linked_at", linked);
        List<Object[]> rows = new ArrayList<>();
        registrations.forEach((customer, all) -> all.forEach(each ->
                rows.add(new Object[] {each.country(), each.key().value(), customer, each.scheme(), each.id()})));
        database.append("tax_registration", "country, tax_key, customer_id, scheme, id", rows);
    }

    /**
     * What is known of a reference beside who holds it.
     *
     * @param confirmed whether a person said that it means its holder
     * @param sourceVersion which version of its own record the other system has told us; may be null
     */
    public record Link(ExternalReference reference, boolean confirmed, Long sourceVersion) {}

    /** What is known of these references, such as to keep it while they go to another customer. */
    public List<Link> linksOf(List<ExternalReference> references) {
        return database.query(
                        """
                        select r.system, r.external_id, r.confirmed, r.source_version
                        from unnest(?::text[], ?::text[]) as given(system, id)
                        join customer_reference r on r.system = given.system and r.external_id = given.id
                        """,
                        references.stream().map(ExternalReference::system).toList(),
                        references.stream().map(ExternalReference::id).toList())
                .list(row -> new Link(
                        new ExternalReference(row.text("system"), row.text("external_id")),
                        row.bool("confirmed"),
                        row.longOrNull("source_version")));
    }

    /** Makes this what is known of them, whoever holds them now. */
    public void keep(List<Link> links) {
        database.batch(
                "update customer_reference set confirmed = ?, source_version = ? where system = ? and external_id = ?",
                links.stream()
                        .map(link -> new Object[] {
                            link.confirmed(),
                            link.sourceVersion(),
                            link.reference().system(),
                            link.reference().id()
                        })
                        .toList());
    }

    /** Whether no other customer holds the tax id, not even one that lives on in this one. */
    public boolean isFreeFor(UUID customerId, TaxRegistration registration) {
        return database.query(
                        "select 1 from tax_registration where country = ? and tax_key = ? and customer_id <> ?",
                        registration.key().country(),
                        registration.key().value(),
                        customerId)
                .list(row -> true)
                .isEmpty();
    }

    /** The reference means nobody any more, if it meant this customer. */
    public void unlink(UUID customerId, ExternalReference reference) {
        database.update(
                "delete from customer_reference where system = ? and external_id = ? and customer_id = ?",
                reference.system(),
                reference.id(),
                customerId);
    }

    /** Makes these the customer's tax registrations. One that another customer holds breaks the unique constraint. */
    public void register(UUID customerId, List<TaxRegistration> registrations) {
        database.update("delete from tax_registration where customer_id = ?", customerId);
        List<Object[]> rows = new ArrayList<>();
        for (TaxRegistration each : registrations) {
            rows.add(new Object[] {each.country(), each.key().value(), customerId, each.scheme(), each.id()});
        }
        database.batch(
                "insert into tax_registration (country, tax_key, customer_id, scheme, id) values (?, ?, ?, ?, ?)",
                rows);
    }
}
