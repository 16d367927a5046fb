package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.customercredit.CreditDemand;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lets bills that are being issued use the credit of their customers: first what was granted, then what was bought before. */
@Dependent
class DrawCredit {

    private final CustomerCredits credits;

    @Inject
    DrawCredit(CustomerCredits credits) {
        this.credits = credits;
    }

    /** The bills after what they found of credit; nothing else of them changes. */
    List<ComposedBill> draw(List<ComposedBill> bills, Instant at) {
        if (!credits.isHeldByAny(
                bills.stream().map(bill -> bill.bill().agreement().customerId()).collect(Collectors.toSet()))) {
            return bills;
        }
        List<ComposedBill> granted = drawn(bills, CreditKind.CUSTOMER_CREDIT, at);
        return drawn(granted, CreditKind.PREPAID, at);
    }

    private List<ComposedBill> drawn(List<ComposedBill> bills, CreditKind kind, Instant at) {
        Map<UUID, List<CreditUse>> uses = bills.stream()
                .filter(bill -> bill.open().isPositive())
                .collect(Collectors.groupingBy(bill -> bill.bill().day(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(
                        day -> credits
                                .draw(
                                        day.getValue().stream()
                                                .map(bill -> demand(bill, kind))
                                                .toList(),
                                        day.getKey(),
                                        at)
                                .stream())
                .collect(Collectors.groupingBy(CreditUse::invoiceId));
        return bills.stream()
                .map(bill -> bill.with(uses.getOrDefault(bill.invoiceId(), List.of())))
                .toList();
    }

    /** Credit that was bought does not buy more of it. */
    private static Money wanted(ComposedBill bill, CreditKind kind) {
        if (kind != CreditKind.PREPAID) {
            return bill.open();
        }
        return bill.lines().stream()
                .filter(line -> line.item().type() == ItemType.PREPAID)
                .map(line -> line.net().plus(line.tax()))
                .reduce(bill.open(), Money::minus);
    }

    private static CreditDemand demand(ComposedBill bill, CreditKind kind) {
        Agreement agreement = bill.bill().agreement();
        return new CreditDemand(
                bill.invoiceId(), agreement.customerId(), agreement.legalEntityId(), kind, wanted(bill, kind));
    }
}
