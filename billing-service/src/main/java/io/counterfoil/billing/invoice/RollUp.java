package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.payer.Payers;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts what a parent pays for its children on one bill: on its own terms, to its own address, with all their items. A payer
 * that has no agreement with the legal entity in that currency can't be billed: then each pays for itself.
 */
@Dependent
class RollUp {

    private final Payers payers;
    private final Agreements agreements;
    private final Policies policies;

    @Inject
    RollUp(Payers payers, Agreements agreements, Policies policies) {
        this.policies = policies;
        this.payers = payers;
        this.agreements = agreements;
    }

    /** The bills of a set: those of one payer, entity, currency and day as one; by policy those of one customer too. */
    List<Bill> together(List<Bill> bills) {
        if (bills.isEmpty()) {
            return bills;
        }
        Map<UUID, UUID> paidBy = payers.of(
                bills.stream().map(bill -> bill.agreement().customerId()).collect(Collectors.toSet()));
        List<Bill> rolledUp = paidBy.isEmpty() ? bills : rolledUp(bills, paidBy);
        return rolledUp.size() < 2 ? rolledUp : grouped(rolledUp);
    }

    private List<Bill> rolledUp(List<Bill> bills, Map<UUID, UUID> paidBy) {
        Map<Key, Agreement> hosts = hosts(Set.copyOf(paidBy.values()));
        Map<Key, Bill> together = new LinkedHashMap<>();
        List<Bill> all = new ArrayList<>();
        for (Bill bill : bills) {
            UUID customer = bill.agreement().customerId();
            Key key = Key.of(paidBy.getOrDefault(customer, customer), bill.agreement());
            Agreement host = hosts.get(key);
            if (host == null) {
                all.add(bill);
            } else {
                together.merge(key, bill.on(host), (first, next) -> first.with(next.items()));
            }
        }
        all.addAll(together.values());
        return all;
    }

    /** What different purchase orders ordered stays apart; the newest of the agreements says on which terms it is paid. */
    private List<Bill> grouped(List<Bill> bills) {
        PolicyBook book = policies.book(
                bills.stream().map(bill -> ComposedBill.scope(bill.agreement())).collect(Collectors.toSet()));
        Map<List<Object>, Bill> together = new LinkedHashMap<>();
        for (Bill bill : bills) {
            Agreement agreement = bill.agreement();
            boolean byCustomer = book.value(PolicyName.INVOICE_GROUPING, ComposedBill.scope(agreement), bill.day())
                    .is("CUSTOMER");
            List<Object> key = byCustomer
                    ? List.of(Key.of(agreement.customerId(), agreement), Objects.toString(agreement.purchaseOrder()))
                    : List.of(bill.invoiceId());
            together.merge(key, bill, RollUp::onNewest);
        }
        return together.size() == bills.size() ? bills : List.copyOf(together.values());
    }

    private static Bill onNewest(Bill first, Bill next) {
        boolean newer = next.agreement()
                        .agreementId()
                        .toString()
                        .compareTo(first.agreement().agreementId().toString())
                > 0;
        return (newer ? first.on(next.agreement()) : first).with(next.items());
    }

    private Map<Key, Agreement> hosts(Collection<UUID> payerIds) {
        return agreements.newestOf(payerIds).stream()
                .collect(Collectors.toMap(host -> Key.of(host.customerId(), host), host -> host));
    }

    /** What goes on one bill. The days of one entity are the same in a set. */
    private record Key(UUID payerId, String legalEntityId, String currency) {
        static Key of(UUID payerId, Agreement agreement) {
            return new Key(payerId, agreement.legalEntityId(), agreement.currency());
        }
    }
}
