package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.SettlementRequest;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Draws up a memo over parts of a locked invoice; a free one is issued at once, another waits for a second person. */
@Dependent
class DrawUpMemo {

    private final Invoices invoices;
    private final Reversals reversals;
    private final MemoRows rows;
    private final IssueMemo issue;

    @Inject
    DrawUpMemo(Invoices invoices, Reversals reversals, MemoRows rows, IssueMemo issue) {
        this.invoices = invoices;
        this.reversals = reversals;
        this.rows = rows;
        this.issue = issue;
    }

    /**
     * What is asked for.
     *
     * @param periods the service period that is taken back of a line, where it is not the whole line's
     * @param accruals what of a line's repair had waited and may have been earned meanwhile, by the line
     * @param settlement where the amount goes; null: to the invoice first, the rest becomes customer credit
     */
    record Order(
            UUID memoId,
            List<LeftOfLine> parts,
            Map<UUID, ServicePeriod> periods,
            Map<UUID, List<UUID>> accruals,
            String reasonCode,
            String reason,
            SettlementRequest settlement,
            Map<String, String> policyVersions) {

        /** What nobody had reckoned before. */
        Order(
                UUID memoId,
                List<LeftOfLine> parts,
                String reasonCode,
                String reason,
                SettlementRequest settlement,
                Map<String, String> policyVersions) {
            this(memoId, parts, Map.of(), Map.of(), reasonCode, reason, settlement, policyVersions);
        }

        Money total(Invoice invoice) {
            return sum(parts.stream().map(LeftOfLine::gross).toList(), invoice);
        }
    }

    CreditMemo draw(Invoice invoice, Order order, boolean free, LocalDate today, Instant now) {
        CreditMemo memo = memo(invoice, order, now);
        return Correlation.within(Correlation.current().continuing(invoice.correlationId()), () -> {
            rows.add(memo);
            reversals.keep("CREDIT_MEMO", memo.creditMemoId(), invoice, order.parts(), order.periods());
            return free ? issue.issue(memo.approve(null), invoice, order.accruals(), today, now) : memo;
        });
    }

    private CreditMemo memo(Invoice invoice, Order order, Instant now) {
        Money net = sum(order.parts().stream().map(LeftOfLine::net).toList(), invoice);
        Money tax = sum(order.parts().stream().map(LeftOfLine::tax).toList(), invoice);
        Money rounding = rounding(invoice, order.parts(), net.plus(tax));
        return new CreditMemo(
                order.memoId(),
                null,
                IssueMemo.SERIES,
                invoice.legalEntityId(),
                invoice.invoiceId(),
                invoice.customerId(),
                CreditMemoState.DRAFT,
                new CreditMemo.Why(
                        order.reasonCode(),
                        order.reason(),
                        Correlation.current().actor(),
                        null),
                net,
                tax,
                rounding,
                nationalTax(invoice, tax),
                settlement(invoice, order.settlement(), net.plus(tax).plus(rounding)),
                Money.zero(invoice.currency()),
                null,
                now,
                invoice.correlationId(),
                null,
                null,
                null,
                order.policyVersions(),
                1);
    }

    /** In steps of what all memos have taken back, so that together they take back what the invoice said. */
    private Money nationalTax(Invoice invoice, Money tax) {
        Money left = sum(reversals.all(invoice).stream().map(LeftOfLine::tax).toList(), invoice);
        Money before = invoice.tax().minus(left);
        return invoices.nationalTax(invoice)
                .map(whole -> invoice.tax().isZero()
                        ? whole
                        : Rounding.share(whole, before.plus(tax), invoice.tax())
                                .minus(Rounding.share(whole, before, invoice.tax())))
                .orElse(null);
    }

    /** Whoever takes the last of an invoice takes its rounding too, where that leaves something. */
    private Money rounding(Invoice invoice, List<LeftOfLine> parts, Money total) {
        boolean last = reversals.isAllThatIsLeft(invoice, parts);
        return last && total.plus(invoice.rounding()).isPositive()
                ? invoice.rounding()
                : Money.zero(invoice.currency());
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

    static Money inCurrency(Invoice invoice, String at, Money amount) {
        if (!amount.currency().equals(invoice.currency())) {
            throw new Invalid(at + "/currency", "must be " + invoice.currency() + ", as the invoice");
        }
        return amount;
    }

    private static Money sum(List<Money> amounts, Invoice invoice) {
        return amounts.stream().reduce(Money.zero(invoice.currency()), Money::plus);
    }
}
