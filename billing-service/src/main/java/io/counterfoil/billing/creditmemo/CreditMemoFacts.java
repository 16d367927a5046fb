package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.VoidRequest;
import io.counterfoil.billing.creditmemo.CreditMemoVoided.ReopenedInvoice;
import io.counterfoil.billing.creditmemo.MemoRows.Application;
import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.LeftOfLine.Taxed;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts of a credit memo. */
final class CreditMemoFacts {

    /** UNCL 1001: credit note. */
    private static final String DOCUMENT_TYPE = "381";

    private CreditMemoFacts() {}

    static CreditMemoIssued issued(
            CreditMemo memo,
            Invoice invoice,
            Invoice after,
            UUID creditId,
            List<LeftOfLine> parts,
            Map<UUID, List<UUID>> accruals) {
        return new CreditMemoIssued(
                memo.creditMemoId(),
                memo.number(),
                memo.series(),
                DOCUMENT_TYPE,
                new CreditMemoIssued.Preceding(invoice.invoiceId(), invoice.number(), invoice.issueDate()),
                memo.issueDate(),
                memo.issueDate(),
                invoice.orderReference(),
                invoice.order().orderNumber(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                memo.customerId(),
                memo.legalEntityId(),
                memo.currency(),
                invoice.order().purchaseOrder(),
                memo.why().reasonCode(),
                memo.why().reason(),
                memo.why().approvedBy(),
                lines(memo, parts, accruals),
                subtotals(parts),
                memo.net(),
                memo.tax(),
                memo.rounding().isZero() ? null : memo.rounding(),
                memo.total(),
                memo.settled().told(),
                memo.open(),
                creditId,
                after.open(),
                after.state().name(),
                memo.effectiveAt(),
                memo.policyVersions(),
                memo.nationalTax());
    }

    static CreditMemoApplied applied(CreditMemo memo, Application made, Invoice after) {
        return new CreditMemoApplied(
                memo.creditMemoId(),
                memo.number(),
                memo.customerId(),
                memo.legalEntityId(),
                memo.currency(),
                made.applicationId(),
                CreditMemoApplied.Target.valueOf(made.target().name()),
                after == null ? null : after.invoiceId(),
                after == null ? null : after.number(),
                after == null ? null : after.orderReference(),
                after == null ? null : after.order().contractId(),
                after == null ? null : after.order().contractVersion(),
                made.target() == Settled.Target.CUSTOMER_CREDIT ? made.targetId() : null,
                null,
                made.amount(),
                memo.open(),
                memo.state().name(),
                after == null ? null : after.open(),
                after == null ? null : after.state().name(),
                made.day(),
                made.at(),
                Map.of());
    }

    static CreditMemoVoided voided(
            CreditMemo memo,
            Invoice credited,
            VoidRequest why,
            List<LeftOfLine> parts,
            List<ReopenedInvoice> reopened,
            Instant at) {
        return new CreditMemoVoided(
                memo.creditMemoId(),
                memo.number(),
                credited.invoiceId(),
                credited.number(),
                credited.orderReference(),
                credited.order().contractId(),
                credited.order().contractVersion(),
                memo.customerId(),
                memo.legalEntityId(),
                memo.currency(),
                why.reasonCode(),
                why.reason(),
                Correlation.current().actor(),
                parts.stream().map(LeftOfLine::told).toList(),
                memo.net(),
                memo.tax(),
                memo.rounding().isZero() ? null : memo.rounding(),
                memo.total(),
                memo.settled().told(),
                memo.open(),
                reopened,
                memo.voidedOn(),
                at,
                Map.of());
    }

    private static List<CreditMemoIssued.Line> lines(
            CreditMemo memo, List<LeftOfLine> parts, Map<UUID, List<UUID>> accruals) {
        List<CreditMemoIssued.Line> lines = new ArrayList<>();
        for (LeftOfLine part : parts) {
            List<UUID> waited = accruals.getOrDefault(part.lineId(), List.of());
            lines.add(line(memo, part, lines.size() + 1, waited.isEmpty() ? null : waited));
        }
        return lines;
    }

    private static CreditMemoIssued.Line line(CreditMemo memo, LeftOfLine part, int number, List<UUID> accrualIds) {
        LeftOfLine.Sold sold = part.sold();
        return new CreditMemoIssued.Line(
                EventIds.derived(memo.creditMemoId(), "line " + part.lineId()),
                number,
                part.type().name(),
                part.lineId(),
                sold.productId(),
                sold.description(),
                sold.planId(),
                sold.priceId(),
                sold.chargeId(),
                sold.performanceObligationId(),
                sold.revenueTreatment() == null ? null : sold.revenueTreatment().name(),
                part.ofPeriod() ? sold.period() : null,
                sold.quantity(),
                sold.unitPrice(),
                sold.baseQuantity(),
                part.net(),
                part.taxed().category().name(),
                part.taxed().rate(),
                part.taxed().jurisdiction(),
                part.tax(),
                accrualIds,
                null,
                null);
    }

    private static List<Subtotal> subtotals(List<LeftOfLine> parts) {
        Map<Taxed, List<LeftOfLine>> byTax = new LinkedHashMap<>();
        parts.forEach(part ->
                byTax.computeIfAbsent(part.taxed(), tax -> new ArrayList<>()).add(part));
        return byTax.entrySet().stream()
                .map(entry -> subtotal(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Subtotal subtotal(Taxed tax, List<LeftOfLine> parts) {
        return new Subtotal(
                tax.category().name(),
                tax.rate(),
                tax.jurisdiction(),
                parts.stream().map(LeftOfLine::net).reduce(Money::plus).orElseThrow(),
                parts.stream().map(LeftOfLine::tax).reduce(Money::plus).orElseThrow(),
                tax.exemptionReasonCode(),
                tax.source());
    }
}
