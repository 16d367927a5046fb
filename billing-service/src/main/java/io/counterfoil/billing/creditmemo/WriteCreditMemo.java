package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.LineRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoRequest;
import io.counterfoil.billing.creditmemo.DrawUpMemo.Order;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.reversal.CreditExceedsInvoice;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes a credit memo for a part of an invoice, or all that is left of it; up to the limit it is issued at once. */
@UseCase
class WriteCreditMemo {

    private final Invoices invoices;
    private final Reversals reversals;
    private final DrawUpMemo draw;
    private final Policies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    WriteCreditMemo(
            Invoices invoices,
            Reversals reversals,
            DrawUpMemo draw,
            Policies policies,
            LegalEntities entities,
            BusinessClock clock) {
        this.invoices = invoices;
        this.reversals = reversals;
        this.draw = draw;
        this.policies = policies;
        this.entities = entities;
        this.clock = clock;
    }

    CreditMemo handle(MemoRequest wanted) {
        Invoice invoice =
                invoices.lock(wanted.invoiceId()).orElseThrow(() -> new NotFound("invoice", wanted.invoiceId()));
        if (invoice.state() == InvoiceState.VOID || invoice.state() == InvoiceState.WRITTEN_OFF) {
            throw new IllegalMove(
                    "Invoice " + invoice.number(),
                    invoice.state(),
                    "be credited",
                    invoice.state().moves());
        }
        List<LeftOfLine> parts = parts(invoice, wanted);
        Instant now = clock.now();
        LocalDate today = entities.byId(invoice.legalEntityId()).dateAt(now);
        PolicyValue limit = policies.value(
                PolicyName.CREDIT_MEMO_APPROVAL_LIMIT,
                Scope.of(invoice.legalEntityId(), invoice.order().contractId()),
                today);
        Order order = new Order(
                EventIds.next(),
                parts,
                wanted.reasonCode(),
                wanted.reason(),
                wanted.settlement(),
                Map.of(limit.policy().text(), limit.reference()));
        boolean free = order.total(invoice).compareTo(limit.amount(invoice.currency())) <= 0;
        return draw.draw(invoice, order, free, today, now);
    }

    private List<LeftOfLine> parts(Invoice invoice, MemoRequest wanted) {
        if (wanted.amount() != null && wanted.lines() != null) {
            throw new Invalid("/amount", "must be absent when lines are given");
        }
        List<LeftOfLine> parts = wanted.lines() != null
                ? reversals.lines(invoice, byLine(invoice, wanted.lines()))
                : wanted.amount() != null && !isAll(invoice, wanted.amount())
                        ? reversals.amount(invoice, DrawUpMemo.inCurrency(invoice, "/amount", wanted.amount()))
                        : reversals.all(invoice);
        Money gross = parts.stream().map(LeftOfLine::gross).reduce(Money.zero(invoice.currency()), Money::plus);
        if (!gross.isPositive()) {
            throw new CreditExceedsInvoice("invoice " + invoice.number(), gross, gross);
        }
        return parts;
    }

    /** What the invoice was rounded to is all of it. */
    private boolean isAll(Invoice invoice, Money wanted) {
        Money left = reversals.all(invoice).stream()
                .map(LeftOfLine::gross)
                .reduce(Money.zero(invoice.currency()), Money::plus);
        return !invoice.rounding().isZero() && wanted.equals(left.plus(invoice.rounding()));
    }

    private static Map<UUID, Money> byLine(Invoice invoice, List<LineRequest> lines) {
        Map<UUID, Money> wanted = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String at = "/lines/" + i;
            if (wanted.containsKey(lines.get(i).lineId())) {
                throw new Invalid(at + "/lineId", "is named twice");
            }
            Money net = lines.get(i).netAmount();
            wanted.put(
                    lines.get(i).lineId(), net == null ? null : DrawUpMemo.inCurrency(invoice, at + "/netAmount", net));
        }
        return wanted;
    }
}
