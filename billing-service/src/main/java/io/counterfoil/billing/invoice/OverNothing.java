package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.tax.TaxSourceDown;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Leaves out bills on which no line has an amount, such as one over a meter that counted nothing; by policy they are issued
 * all the same. What an order sold for nothing is always invoiced, since the order waits for it.
 */
@Dependent
class OverNothing {

    private final ComposeBills compose;
    private final Policies policies;

    @Inject
    OverNothing(ComposeBills compose, Policies policies) {
        this.compose = compose;
        this.policies = policies;
    }

    /** The bills that are issued. */
    List<Bill> withAmounts(List<Bill> bills) {
        List<Bill> doubtful = bills.stream()
                .filter(bill -> !hasAmount(bill) && !isSoldByOrder(bill))
                .toList();
        if (doubtful.isEmpty()) {
            return bills;
        }
        Set<UUID> omitted = omitted(doubtful);
        return bills.stream()
                .filter(bill -> !omitted.contains(bill.invoiceId()))
                .toList();
    }

    private Set<UUID> omitted(List<Bill> doubtful) {
        PolicyBook book = policies.book(doubtful.stream()
                .map(bill -> ComposedBill.scope(bill.agreement()))
                .collect(Collectors.toSet()));
        List<Bill> unwanted = doubtful.stream()
                .filter(bill -> book.value(
                                PolicyName.INVOICE_OVER_NOTHING, ComposedBill.scope(bill.agreement()), bill.day())
                        .is("OMIT"))
                .toList();
        return unwanted.isEmpty() ? Set.of() : stayNothing(unwanted);
    }

    /** What was promised as a minimum is missing most where nothing was used. */
    private Set<UUID> stayNothing(List<Bill> bills) {
        try {
            return compose.compose(bills).stream()
                    .filter(composed -> composed.lines().stream()
                            .allMatch(line -> line.net().isZero()))
                    .map(ComposedBill::invoiceId)
                    .collect(Collectors.toSet());
        } catch (TaxSourceDown waits) {
            return Set.of();
        }
    }

    private static boolean hasAmount(Bill bill) {
        return bill.items().stream().anyMatch(item -> !item.net().isZero());
    }

    private static boolean isSoldByOrder(Bill bill) {
        return bill.agreement().acceptedEventId() != null
                && bill.items().stream()
                        .map(BillableItem::type)
                        .anyMatch(type -> type == ItemType.RECURRING || type == ItemType.ONE_TIME);
    }
}
