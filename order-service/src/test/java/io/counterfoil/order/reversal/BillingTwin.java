package io.counterfoil.order.reversal;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Invoice;
import io.counterfoil.order.billing.BillingJson.InvoiceLine;
import io.counterfoil.order.billing.BillingJson.LineToCredit;
import io.counterfoil.order.billing.BillingJson.Memo;
import io.counterfoil.order.billing.BillingJson.MemoToWrite;
import io.counterfoil.order.billing.BillingJson.Refund;
import io.counterfoil.order.billing.BillingJson.RefundToPay;
import io.counterfoil.order.billing.BillingJson.Settlement;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** billing-service as far as reversals see it: what has ended can't be cancelled, what is credited can't be credited again. */
final class BillingTwin extends Billing {

    private final Map<UUID, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<UUID, Invoice> invoices = new LinkedHashMap<>();
    private final Map<UUID, Money> left = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();

    private String nextRefusal;

    /** What is paid back, by key. */
    final List<String> refundKeys = new ArrayList<>();

    /** The lines of each memo, in the order in which they were written. */
    final List<List<UUID>> credited = new ArrayList<>();

    UUID subscribed(LocalDate start, LocalDate end, String state) {
        UUID id = UUID.randomUUID();
        subscriptions.put(id, subscription(id, start, end, state));
        return id;
    }

    private static Subscription subscription(UUID id, LocalDate start, LocalDate end, String state) {
        return new Subscription(id, "S", null, null, "P", "p", start, end, "1", "100", "MONTH", state);
    }

    /** A line on an invoice of its own. */
    UUID billed(UUID subscription, String type) {
        return billed(subscription, type, "ISSUED");
    }

    UUID billed(UUID subscription, String type, String state) {
        UUID line = UUID.randomUUID();
        Money net = Money.of("100.00", "USD");
        left.put(line, net);
        UUID invoice = UUID.randomUUID();
        InvoiceLine only = new InvoiceLine(line, type, "P", "1", subscription, null, net);
        invoices.put(invoice, new Invoice(invoice, "I", null, null, state, net, net, List.of(only)));
        return line;
    }

    /** The next change is refused, whatever it is. */
    void refuseNext(String reasonCode) {
        nextRefusal = reasonCode;
    }

    UUID invoiceOf(UUID line) {
        return invoices.values().stream()
                .filter(one -> one.lines().get(0).lineId().equals(line))
                .findFirst()
                .orElseThrow()
                .invoiceId();
    }

    /** A second person refused its memo: it can be credited again. */
    void isFree(UUID line) {
        left.put(line, Money.of("100.00", "USD"));
    }

    /** Somebody else has credited a line. */
    void isCredited(UUID line) {
        left.put(line, Money.zero("USD"));
    }

    @Override
    public List<Subscription> subscriptions(UUID orderId) {
        return List.copyOf(subscriptions.values());
    }

    @Override
    public List<Invoice> invoices(UUID orderId) {
        return List.copyOf(invoices.values());
    }

    @Override
    public Invoice invoice(UUID invoiceId) {
        return invoices.get(invoiceId);
    }

    @Override
    public Changed change(UUID id, String key, Change change) {
        return (Changed) answers.computeIfAbsent(key + " " + id, none -> cancelled(subscriptions.get(id), change));
    }

    private Changed cancelled(Subscription one, Change change) {
        LocalDate day = change.effectiveDate();
        if (nextRefusal != null) {
            throw new RefusedByBilling(nextRefusal, "it can't be", "none");
        }
        if (one.endDate() != null && day.isAfter(one.endDate())) {
            throw new RefusedByBilling("change-after-end", "it ends on " + one.endDate(), "choose a day before");
        }
        if (!one.runs()) {
            throw new RefusedByBilling("illegal-move", "it is " + one.state(), "none");
        }
        subscriptions.put(one.subscriptionId(), subscription(one.subscriptionId(), one.startDate(), day, "CANCELLED"));
        return new Changed(UUID.randomUUID(), "APPLIED", day, UUID.randomUUID(), null);
    }

    @Override
    public Memo credit(String key, MemoToWrite wanted) {
        return (Memo) answers.computeIfAbsent(key, none -> written(wanted));
    }

    private Memo written(MemoToWrite wanted) {
        List<UUID> lines = wanted.lines().stream().map(LineToCredit::lineId).toList();
        Money total = lines.stream().map(left::get).reduce(Money.zero("USD"), Money::plus);
        if (!total.isPositive()) {
            throw new RefusedByBilling("credit-exceeds-invoice", "nothing is left", "none");
        }
        lines.forEach(this::isCredited);
        credited.add(lines);
        return new Memo(UUID.randomUUID(), "M", "ISSUED", total, new Settlement(null, null, total));
    }

    List<UUID> memos() {
        return answers.values().stream()
                .filter(answer -> answer instanceof Memo)
                .map(memo -> ((Memo) memo).creditMemoId())
                .toList();
    }

    @Override
    public Memo oweBack(String key, UUID creditMemoId) {
        return memo(creditMemoId);
    }

    @Override
    public Memo memo(UUID creditMemoId) {
        return answers.values().stream()
                .filter(answer -> answer instanceof Memo)
                .map(Memo.class::cast)
                .filter(memo -> memo.creditMemoId().equals(creditMemoId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Refund refund(String key, RefundToPay wanted) {
        refundKeys.add(key);
        return (Refund) answers.computeIfAbsent(key, none -> new Refund(UUID.randomUUID(), "PENDING", wanted.amount()));
    }
}
