package io.counterfoil.billing.invoice;

import io.counterfoil.billing.invoice.InvoiceLineRows.Creditable;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Bills below zero, where the policy wants a credit memo for what is taken back: the repairs leave the bill, by the invoice
 * that they take back; what stays on it is billed as ever.
 */
@Dependent
class NegativeBills {

    private final ComposeBills compose;
    private final InvoiceLineRows lines;

    @Inject
    NegativeBills(ComposeBills compose, InvoiceLineRows lines) {
        this.compose = compose;
        this.lines = lines;
    }

    /** What is invoiced, and what is credited. */
    record Parted(List<ComposedBill> invoices, List<RepairsDue> repairs) {}

    Parted part(List<ComposedBill> composed) {
        if (composed.stream().noneMatch(NegativeBills::isCredited)) {
            return new Parted(composed, List.of());
        }
        List<ComposedBill> invoices = new ArrayList<>();
        List<RepairsDue> repairs = new ArrayList<>();
        for (ComposedBill bill : composed) {
            if (isCredited(bill)) {
                invoices.addAll(withoutRepairs(bill, repairs));
            } else {
                invoices.add(bill);
            }
        }
        return new Parted(invoices, repairs);
    }

    private List<ComposedBill> withoutRepairs(ComposedBill composed, List<RepairsDue> due) {
        Bill bill = composed.bill();
        Map<UUID, Creditable> lineOf = lines.creditable(
                bill.items().stream().map(BillableItem::originalLineId).toList());
        Map<UUID, List<BillableItem>> byInvoice = new TreeMap<>();
        List<BillableItem> rest = new ArrayList<>();
        for (BillableItem item : bill.items()) {
            Creditable line = takesBack(item) ? lineOf.get(item.originalLineId()) : null;
            if (line == null) {
                rest.add(item);
            } else {
                byInvoice
                        .computeIfAbsent(line.invoiceId(), id -> new ArrayList<>())
                        .add(item);
            }
        }
        byInvoice.values().removeIf(items -> stays(items, rest));
        byInvoice.forEach((invoice, items) -> due.add(new RepairsDue(
                bill.invoiceId(), invoice, items, withTax(items, lineOf), bill.day(), composed.policyVersions())));
        if (byInvoice.isEmpty()) {
            return List.of(composed);
        }
        return rest.isEmpty() ? List.of() : compose.completed(List.of(bill.of(rest)));
    }

    /**
     * What comes off with what is taken back goes with it. What is worth nothing only says whose days they are: no document
     * credits it, and the bill can.
     */
    private static boolean takesBack(BillableItem item) {
        boolean ofLine = item.type() == ItemType.REPAIR || item.type() == ItemType.DISCOUNT;
        return ofLine && item.originalLineId() != null && !item.net().isZero();
    }

    /** Of an invoice that was sold for nothing there is nothing to credit. */
    private static boolean stays(List<BillableItem> items, List<BillableItem> rest) {
        Money zero = Money.zero(items.get(0).net().currency());
        boolean stays =
                !items.stream().map(BillableItem::net).reduce(zero, Money::plus).isNegative();
        return stays && rest.addAll(items);
    }

    /** An amount that is taken back is of the price as it was billed, however it would be taxed today. */
    private static Set<UUID> withTax(List<BillableItem> items, Map<UUID, Creditable> lineOf) {
        return items.stream()
                .filter(item -> lineOf.get(item.originalLineId()).withTax())
                .map(BillableItem::itemId)
                .collect(Collectors.toSet());
    }

    private static boolean isCredited(ComposedBill bill) {
        return bill.total().isNegative()
                && bill.policyVersions()
                        .getOrDefault(PolicyName.CREDIT_MODE.text(), "")
                        .startsWith("CREDIT_MEMO@");
    }
}
