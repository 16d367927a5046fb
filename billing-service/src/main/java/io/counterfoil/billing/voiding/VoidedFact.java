package io.counterfoil.billing.voiding;

import io.counterfoil.billing.document.ReversedLine;
import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceLine;
import io.counterfoil.billing.invoice.InvoiceVoided;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells that an invoice counts no longer, with all that it had billed. */
final class VoidedFact {

    private VoidedFact() {}

    static InvoiceVoided of(
            UndoSettlement.Undone undone,
            List<InvoiceLine> lines,
            VoidingRequest wanted,
            Voiding voiding,
            Map<String, String> policyVersions) {
        Invoice invoice = undone.invoice();
        return new InvoiceVoided(
                invoice.invoiceId(),
                invoice.number(),
                invoice.orderReference(),
                invoice.order().orderNumber(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                invoice.customerId(),
                invoice.legalEntityId(),
                invoice.currency(),
                InvoiceVoided.Mode.VOID,
                wanted.reasonCode(),
                wanted.reason(),
                Correlation.current().actor(),
                invoice.payable().plus(invoice.prepaid()),
                invoice.rounding().isZero() ? null : invoice.rounding(),
                lines.stream().map(VoidedFact::reversed).toList(),
                subtotals(lines),
                invoice.net(),
                invoice.tax(),
                undone.returned().stream()
                        .map(use -> new InvoiceVoided.CreditReturned(
                                use.creditId(), use.kind(), use.amount().negated()))
                        .toList(),
                undone.afterWriteOff(),
                null,
                voiding.day(),
                voiding.at(),
                policyVersions);
    }

    private static ReversedLine reversed(InvoiceLine line) {
        return new ReversedLine(
                line.lineId(),
                line.item().productId(),
                line.item().performanceObligationId(),
                Objects.toString(line.item().revenueTreatment(), null),
                line.item().period(),
                line.net(),
                line.item().taxCategory().name(),
                line.taxRate().toString(),
                line.taxJurisdiction(),
                line.tax());
    }

    private static List<Subtotal> subtotals(List<InvoiceLine> lines) {
        Map<List<String>, List<InvoiceLine>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(
                        List.of(line.item().taxCategory().name(), line.taxRate().toString(), line.taxJurisdiction()),
                        any -> new ArrayList<>())
                .add(line));
        return groups.entrySet().stream()
                .map(group -> new Subtotal(
                        group.getKey().get(0),
                        group.getKey().get(1),
                        group.getKey().get(2),
                        group.getValue().stream()
                                .map(InvoiceLine::net)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        group.getValue().stream()
                                .map(InvoiceLine::tax)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        null,
                        null))
                .toList();
    }
}
