package io.counterfoil.order.reversal;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Invoice;
import io.counterfoil.order.billing.BillingJson.InvoiceLine;
import io.counterfoil.order.billing.BillingJson.LineToCredit;
import io.counterfoil.order.billing.BillingJson.Memo;
import io.counterfoil.order.billing.BillingJson.MemoToWrite;
import io.counterfoil.order.billing.BillingJson.Settlement;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import io.counterfoil.order.reversal.ReversalJson.Document;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Has billing-service credit what comes back: the lines of a return, or what ending an order's subscriptions left billed. */
@Dependent
class CreditLines implements StepHandler {

    static final String KIND = "credit-lines";

    /** More is asked for than is left; where no amount is named, nothing is left. */
    private static final String NOTHING_LEFT = "credit-exceeds-invoice";

    private final LookUpReversal lookUp;
    private final ReversalPath path;
    private final Billing billing;

    @Inject
    CreditLines(LookUpReversal lookUp, ReversalPath path, Billing billing) {
        this.lookUp = lookUp;
        this.path = path;
        this.billing = billing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID id = step.payloadAs(ReversalStep.class).reversalId();
        Reversal reversal = lookUp.handle(id);
        if (reversal.state() != ReversalState.CREDITING) {
            return StepOutcome.done(() -> {});
        }
        if (reversal.kind() != ReversalKind.RETURN) {
            List<Document> rest = rest(reversal);
            return StepOutcome.done(() -> path.credited(id, rest, Map.of()));
        }
        Map<UUID, Long> pieces = pieces(reversal);
        Document memo = credited(reversal, reversal.wanted().invoiceId(), wanted(reversal));
        return StepOutcome.done(() -> path.credited(id, List.of(memo), pieces));
    }

    @Override
    public void waived(Step step) {
        path.giveUp(step.payloadAs(ReversalStep.class).reversalId(), "nothing is credited: given up by two people");
    }

    /** By line of the order: what the caller says, or all of a line that comes back as a whole. */
    private Map<UUID, Long> pieces(Reversal reversal) {
        Map<UUID, InvoiceLine> billed = billing.invoice(reversal.wanted().invoiceId()).lines().stream()
                .filter(line -> line.orderLineId() != null)
                .collect(Collectors.toMap(InvoiceLine::lineId, Function.identity()));
        Map<UUID, Long> pieces = new HashMap<>();
        for (ReversalJson.Line line : reversal.wanted().lines()) {
            InvoiceLine known = billed.get(line.lineId());
            if (known != null) {
                pieces.merge(known.orderLineId(), back(line, known), Long::sum);
            }
        }
        return pieces;
    }

    private static long back(ReversalJson.Line line, InvoiceLine known) {
        if (line.quantity() != null) {
            return line.quantity();
        }
        return line.netAmount() == null ? known.wholePieces() : 0;
    }

    private static List<LineToCredit> wanted(Reversal reversal) {
        return reversal.wanted().lines().stream()
                .map(line -> new LineToCredit(line.lineId(), line.netAmount()))
                .toList();
    }

    private List<Document> rest(Reversal reversal) {
        List<Document> documents = new ArrayList<>();
        Set<UUID> served = billing.subscriptions(reversal.orderId()).stream()
                .filter(Subscription::wasServed)
                .map(Subscription::subscriptionId)
                .collect(Collectors.toSet());
        for (Invoice invoice : billing.invoices(reversal.orderId())) {
            List<LineToCredit> lines = invoice.lines().stream()
                    .filter(line -> line.outlivesSubscription() || line.isPeriodOf(served))
                    .map(line -> new LineToCredit(line.lineId(), null))
                    .toList();
            if (!lines.isEmpty() && !"VOID".equals(invoice.state())) {
                left(reversal, invoice.invoiceId(), lines).ifPresent(documents::add);
            }
        }
        return documents;
    }

    /** Credits what is left of lines; empty where others have credited all of it. */
    private Optional<Document> left(Reversal reversal, UUID invoiceId, List<LineToCredit> lines) {
        try {
            return Optional.of(credited(reversal, invoiceId, lines));
        } catch (RefusedByBilling no) {
            if (NOTHING_LEFT.equals(no.reasonCode())) {
                return Optional.empty();
            }
            throw no;
        }
    }

    private Document credited(Reversal reversal, UUID invoiceId, List<LineToCredit> lines) {
        boolean payBack = reversal.wanted().refund() != null
                && "PAID".equals(billing.invoice(invoiceId).state());
        MemoToWrite wanted = new MemoToWrite(
                invoiceId,
                lines,
                reversal.kind().name(),
                reversal.wanted().reason(),
                payBack ? Settlement.NOTHING_YET : null);
        String key = "reversal-" + reversal.reversalId() + "-" + invoiceId + reversal.round();
        Memo memo = billing.credit(key, wanted);
        return new Document(memo.creditMemoId(), "CREDIT_MEMO", payBack ? memo.totalAmount() : null, false);
    }
}
