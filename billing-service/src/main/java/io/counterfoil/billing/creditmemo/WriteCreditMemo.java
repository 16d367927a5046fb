package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.LineRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.SettlementRequest;
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
import io.counterfoil.common.trace.Correlation;
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
    private final MemoRows rows;
    private final IssueMemo issue;
    private final Policies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    WriteCreditMemo(
            Invoices invoices,
            Reversals reversals,
            MemoRows rows,
            IssueMemo issue,
            Policies policies,
            LegalEntities entities,
            BusinessClock clock) {
        this.invoices = invoices;
        this.reversals = reversals;
        this.rows = rows;
        this.issue = issue;
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
        CreditMemo memo = memo(invoice, wanted, parts, limit, now);
        return Correlation.within(Correlation.current().continuing(invoice.correlationId()), () -> {
            rows.add(memo);
            reversals.keep("CREDIT_MEMO", memo.creditMemoId(), invoice, parts);
            boolean free = memo.total().compareTo(limit.amount(memo.currency())) <= 0;
            return free ? issue.issue(memo.approve(null), invoice, today, now) : memo;
        });
    }

    private List<LeftOfLine> parts(Invoice invoice, MemoRequest wanted) {
        if (wanted.amount() != null && wanted.lines() != null) {
            throw new Invalid("/amount", "must be absent when lines are given");
        }
        List<LeftOfLine> parts = wanted.lines() != null
                ? reversals.lines(invoice, byLine(invoice, wanted.lines()))
                : wanted.amount() != null
                        ? reversals.amount(invoice, inCurrency(invoice, "/amount", wanted.amount()))
                        : reversals.all(invoice);
        Money gross = sum(parts.stream().map(LeftOfLine::gross).toList(), invoice);
        if (!gross.isPositive()) {
            throw new CreditExceedsInvoice("invoice " + invoice.number(), gross, gross);
        }
        return parts;
    }

    private static Map<UUID, Money> byLine(Invoice invoice, List<LineRequest> lines) {
        Map<UUID, Money> wanted = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String at = "/lines/" + i;
            if (wanted.containsKey(lines.get(i).lineId())) {
                throw new Invalid(at + "/lineId", "is named twice");
            }
            Money net = lines.get(i).netAmount();
            wanted.put(lines.get(i).lineId(), net == null ? null : inCurrency(invoice, at + "/netAmount", net));
        }
        return wanted;
    }

    private static CreditMemo memo(
            Invoice invoice, MemoRequest wanted, List<LeftOfLine> parts, PolicyValue limit, Instant now) {
        Money net = sum(parts.stream().map(LeftOfLine::net).toList(), invoice);
        Money tax = sum(parts.stream().map(LeftOfLine::tax).toList(), invoice);
        return new CreditMemo(
                EventIds.next(),
                null,
                IssueMemo.SERIES,
                invoice.legalEntityId(),
                invoice.invoiceId(),
                invoice.customerId(),
                CreditMemoState.DRAFT,
                new CreditMemo.Why(
                        wanted.reasonCode(),
                        wanted.reason(),
                        Correlation.current().actor(),
                        null),
                net,
                tax,
                settlement(invoice, wanted.settlement(), net.plus(tax)),
                Money.zero(invoice.currency()),
                null,
                now,
                invoice.correlationId(),
                null,
                null,
                null,
                Map.of(limit.policy().text(), limit.reference()),
                1);
    }

    /** As asked; else the invoice first, and the rest becomes customer credit. */
    private static Settled settlement(Invoice invoice, SettlementRequest wanted, Money total) {
        Money zero = Money.zero(invoice.currency());
        if (wanted == null) {
            Money open = invoice.open().isPositive() ? invoice.open() : zero;
            Money toInvoice = total.min(open);
            return new Settled(toInvoice, total.minus(toInvoice), zero, zero);
        }
        Settled settled = new Settled(
                part(invoice, "toInvoice", wanted.toInvoice()),
                part(invoice, "toCustomerCredit", wanted.toCustomerCredit()),
                part(invoice, "toRefund", wanted.toRefund()),
                part(invoice, "external", wanted.external()));
        if (settled.toInvoice().compareTo(invoice.open()) > 0) {
            throw new CreditExceedsOpen(invoice.number(), settled.toInvoice(), invoice.open());
        }
        if (settled.sum().compareTo(total) > 0) {
            throw new Invalid("/settlement", "is more than the memo's total, " + total);
        }
        return settled;
    }

    private static Money part(Invoice invoice, String name, Money wanted) {
        Money amount =
                wanted == null ? Money.zero(invoice.currency()) : inCurrency(invoice, "/settlement/" + name, wanted);
        if (amount.isNegative()) {
            throw new Invalid("/settlement/" + name, "must not be negative");
        }
        return amount;
    }

    private static Money inCurrency(Invoice invoice, String at, Money amount) {
        if (!amount.currency().equals(invoice.currency())) {
            throw new Invalid(at + "/currency", "must be " + invoice.currency() + ", as the invoice");
        }
        return amount;
    }

    private static Money sum(List<Money> amounts, Invoice invoice) {
        return amounts.stream().reduce(Money.zero(invoice.currency()), Money::plus);
    }
}
