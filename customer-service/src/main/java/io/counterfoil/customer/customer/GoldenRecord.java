package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One version of what we know of a customer, as callers, events and the history show it.
 *
 * @param mergedInto the customer in whom a MERGED one lives on; else null
 */
public record GoldenRecord(
        UUID customerId,
        String customerNumber,
        long version,
        CustomerState state,
        @JsonUnwrapped Attributes attributes,
        List<ExternalReference> references,
        UUID mergedInto) {

    /** What we know of somebody of whom we never heard. */
    static final GoldenRecord NOTHING = new GoldenRecord(null, null, 0, null, Attributes.SILENCE, List.of(), null);

    /** The same customer, of whom something else is said. */
    public GoldenRecord saying(Attributes others) {
        return new GoldenRecord(customerId, customerNumber, version, state, others, references, mergedInto);
    }

    /** The same customer in another state. */
    public GoldenRecord in(CustomerState next) {
        return new GoldenRecord(customerId, customerNumber, version, next, attributes, references, null);
    }

    /** The same customer, known by one more reference. */
    public GoldenRecord with(ExternalReference reference) {
        if (references.contains(reference)) {
            return this;
        }
        List<ExternalReference> more = new ArrayList<>(references);
        more.add(reference);
        return knownAs(more);
    }

    /** The same customer, no longer known by that reference. */
    public GoldenRecord without(ExternalReference reference) {
        List<ExternalReference> fewer = new ArrayList<>(references);
        fewer.remove(reference);
        return knownAs(fewer);
    }

    /** The same customer with other references. */
    public GoldenRecord knownAs(List<ExternalReference> others) {
        return new GoldenRecord(
                customerId, customerNumber, version, state, attributes, List.copyOf(others), mergedInto);
    }

    /** The same customer, living on in another one. */
    public GoldenRecord mergedInto(UUID survivor) {
        return new GoldenRecord(
                customerId, customerNumber, version, CustomerState.MERGED, attributes, references, survivor);
    }

    /** The reference that was linked first leads: what it says replaces, what others say only fills gaps. */
    public boolean isLedBy(ExternalReference reference) {
        return references.isEmpty() || references.get(0).equals(reference);
    }

    /** The names of what differs, as they are called on the wire. */
    public List<String> differencesTo(GoldenRecord other) {
        List<String> names = new ArrayList<>();
        Attributes ours = attributes;
        Attributes theirs = other.attributes;
        difference(names, "state", state, other.state);
        difference(names, "legalName", ours.legalName(), theirs.legalName());
        difference(names, "tradingName", ours.tradingName(), theirs.tradingName());
        difference(names, "taxRegistrations", ours.taxRegistrations(), theirs.taxRegistrations());
        difference(names, "billingAddress", ours.billingAddress(), theirs.billingAddress());
        difference(names, "addresses", ours.addresses(), theirs.addresses());
        difference(names, "contacts", ours.contacts(), theirs.contacts());
        difference(names, "email", ours.email(), theirs.email());
        difference(names, "website", ours.website(), theirs.website());
        difference(names, "legalEntityId", ours.legalEntityId(), theirs.legalEntityId());
        difference(names, "currency", ours.currency(), theirs.currency());
        difference(names, "paymentTermsDays", ours.paymentTermsDays(), theirs.paymentTermsDays());
        difference(names, "segment", ours.segment(), theirs.segment());
        difference(names, "region", ours.region(), theirs.region());
        difference(names, "mergedInto", mergedInto, other.mergedInto);
        difference(names, "references", references, other.references);
        return names;
    }

    private static void difference(List<String> names, String name, Object ours, Object theirs) {
        if (!Objects.equals(ours, theirs)) {
            names.add(name);
        }
    }
}
