package io.counterfoil.customer.customer;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The golden records, for those capabilities that read and change them: each change is a version. */
@Dependent
public class GoldenRecords {

    private final Customers customers;
    private final Revisions revisions;
    private final History history;

    @Inject
    public GoldenRecords(Customers customers, Revisions revisions, History history) {
        this.customers = customers;
        this.revisions = revisions;
        this.history = history;
    }

    /** Refuses who is not known. */
    public GoldenRecord get(UUID customerId) {
        return customers.get(customerId);
    }

    /** Those of them who are known, in the order of the ids. */
    public List<GoldenRecord> list(List<UUID> customerIds) {
        return customers.list(customerIds);
    }

    /** For change: nobody else changes it until this transaction has ended. */
    public GoldenRecord locked(UUID customerId) {
        return customers.recordOf(customers.locked(customerId));
    }

    /** Makes a customer whom nobody knew. */
    public GoldenRecord begin(Proposal proposal, List<ExternalReference> references, Origin origin) {
        AttributesCheck.checkWhole(proposal.attributes());
        return revisions.begin(
                new GoldenRecord(
                        EventIds.next(),
                        customers.nextNumber(),
                        0,
                        proposal.state(),
                        proposal.attributes().withDefaults(),
                        references,
                        null),
                origin);
    }

    /** Makes customers whom nobody knew, each within its own business transaction; in the order in which they are given. */
    public List<GoldenRecord> begin(List<Beginning> beginnings) {
        Iterator<String> numbers = customers.nextNumbers(beginnings.size()).iterator();
        return revisions.begin(beginnings.stream()
                .map(each -> new Revisions.First(
                        new GoldenRecord(
                                EventIds.next(),
                                numbers.next(),
                                0,
                                each.proposal().state(),
                                each.proposal().attributes().withDefaults(),
                                List.of(each.reference()),
                                null),
                        Origin.system(each.reference().system(), MatchedBy.NONE, null),
                        each.within()))
                .toList());
    }

    /** A customer whom nobody knew, said by another system; what follows is done within its business transaction. */
    public record Beginning(Proposal proposal, ExternalReference reference, Consumer<Runnable> within) {}

    /** False where a customer can't begin with what is said. */
    public boolean isWhole(Attributes said) {
        try {
            AttributesCheck.checkWhole(said);
            return true;
        } catch (Refusal lacking) {
            return false;
        }
    }

    /** Refuses what can't be said about any customer. */
    public void check(Attributes said) {
        AttributesCheck.check(said);
    }

    /** On whose word an attribute says what it says; null where nobody ever set it. */
    public String sourceOf(UUID customerId, String attribute) {
        return provenance(customerId, attribute)
                .map(CustomerJson.Provenance::source)
                .orElse(null);
    }

    /** By which version an attribute came to say what it says; null where nobody ever set it. */
    public Long versionOf(UUID customerId, String attribute) {
        return provenance(customerId, attribute)
                .map(CustomerJson.Provenance::version)
                .orElse(null);
    }

    private Optional<CustomerJson.Provenance> provenance(UUID customerId, String attribute) {
        return history.provenance(customerId).stream()
                .filter(each -> each.attribute().equals(attribute))
                .findFirst();
    }

    /** The next version of a record that was locked. */
    public GoldenRecord revise(GoldenRecord wanted, Origin origin) {
        return revisions.revise(customers.locked(wanted.customerId()), wanted, origin);
    }
}
