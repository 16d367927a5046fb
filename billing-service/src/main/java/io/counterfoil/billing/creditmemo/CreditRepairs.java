package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.DrawUpMemo.Order;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.RepairsDue;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a change takes back of an invoice becomes a credit memo, with the service periods that are taken back. It follows from
 * what was agreed, so nobody approves it. Each memo takes a line once; more periods of one line make more memos.
 */
@Dependent
class CreditRepairs {

    private static final String REASON = "CHANGE";

    private final Invoices invoices;
    private final Reversals reversals;
    private final DrawUpMemo draw;
    private final BusinessClock clock;

    @Inject
    CreditRepairs(Invoices invoices, Reversals reversals, DrawUpMemo draw, BusinessClock clock) {
        this.invoices = invoices;
        this.reversals = reversals;
        this.draw = draw;
        this.clock = clock;
    }

    void due(@Observes RepairsDue due) {
        List<Map<UUID, BillableItem>> rounds = rounds(due.repairs());
        for (int i = 0; i < rounds.size(); i++) {
            String purpose = "memo of " + due.invoiceId() + (i == 0 ? "" : " " + i);
            credit(due, rounds.get(i), EventIds.derived(due.billId(), purpose));
        }
    }

    private void credit(RepairsDue due, Map<UUID, BillableItem> repairs, UUID memoId) {
        Invoice invoice = invoices.lock(due.invoiceId()).orElseThrow();
        Map<UUID, Money> nets = new LinkedHashMap<>();
        Map<UUID, Money> gross = new LinkedHashMap<>();
        Map<UUID, ServicePeriod> periods = new LinkedHashMap<>();
        Map<UUID, List<UUID>> accruals = new LinkedHashMap<>();
        repairs.forEach((line, item) -> {
            (due.withTax().contains(item.itemId()) ? gross : nets)
                    .put(line, item.net().negated());
            accruals.put(line, item.accrualIds());
            if (item.period() != null) {
                periods.put(line, item.period());
            }
        });
        Order order = new Order(
                memoId,
                reversals.lines(invoice, nets, gross),
                periods,
                accruals,
                REASON,
                null,
                null,
                due.policyVersions());
        draw.draw(invoice, order, true, due.day(), clock.now());
    }

    private static List<Map<UUID, BillableItem>> rounds(List<BillableItem> repairs) {
        List<Map<UUID, BillableItem>> rounds = new ArrayList<>();
        for (BillableItem item : repairs) {
            Map<UUID, BillableItem> free = rounds.stream()
                    .filter(round -> !round.containsKey(item.originalLineId()))
                    .findFirst()
                    .orElse(null);
            if (free == null) {
                free = new LinkedHashMap<>();
                rounds.add(free);
            }
            free.put(item.originalLineId(), item);
        }
        return rounds;
    }
}
