package io.counterfoil.ledger.subledger;

import static io.counterfoil.ledger.account.ControlKind.CASH_CLEARING;
import static io.counterfoil.ledger.account.ControlKind.CUSTOMER_CREDIT;
import static io.counterfoil.ledger.account.ControlKind.PREPAID;
import static io.counterfoil.ledger.account.ControlKind.RECEIVABLES;
import static io.counterfoil.ledger.account.ControlKind.REFUND_PAYABLE;
import static io.counterfoil.ledger.account.ControlKind.TAX_PAYABLE;
import static io.counterfoil.ledger.account.ControlKind.UNAPPLIED_CASH;
import static io.counterfoil.ledger.account.ControlKind.UNBILLED;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.ControlKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which sub-ledgers a fact moves, read from the fact alone: neither rules nor journal are asked, so the two can be compared.
 *
 * @param givenUp whether an invoice had been written off before this money came: then a dispute of it moves no tax
 */
record FactMovements(MoneyFact fact, Predicate<UUID> givenUp, List<Movement> moved) {

    static List<Movement> of(String type, MoneyFact fact, Predicate<UUID> givenUp) {
        FactMovements movements = new FactMovements(fact, givenUp, new ArrayList<>());
        movements.read(type);
        return movements.moved().stream()
                .filter(each -> !each.amount().isZero())
                .toList();
    }

    private void read(String type) {
        switch (type.substring(0, type.indexOf('.'))) {
            case "creditmemo" -> ofMemo(type);
            case "credit" -> ofCredit(type);
            case "payment", "dispute", "refund", "payout" -> ofCash(type);
            case "invoice" -> ofInvoice(type);
            case "usage" -> move(UNBILLED, fact.accrualId(), fact.deltaAmount());
            default -> throw unknown(type);
        }
    }

    private void ofMemo(String type) {
        switch (type) {
            case "creditmemo.issued" ->
                memo(
                        fact.precedingInvoiceReference() == null
                                ? null
                                : fact.precedingInvoiceReference().invoiceId());
            case "creditmemo.voided" -> {
                memo(fact.invoiceId());
                moved.replaceAll(Movement::turned);
            }
            case "creditmemo.applied" -> memoApplied();
            default -> throw unknown(type);
        }
    }

    private void ofCredit(String type) {
        switch (type) {
            case "credit.granted" -> granted();
            case "credit.applied" -> {
                move(creditKind(), fact.creditId(), fact.amount().negated());
                move(RECEIVABLES, fact.invoiceId(), fact.amount().negated());
            }
            case "credit.expired" ->
                move(creditKind(), fact.creditId(), fact.amount().negated());
            default -> throw unknown(type);
        }
    }

    private void ofCash(String type) {
        switch (type) {
            case "payment.unapplied" -> {
                Money settled = fact.amount().plus(fact.discountTaken()).plus(fact.difference());
                move(RECEIVABLES, fact.invoiceId(), settled);
                move(UNAPPLIED_CASH, fact.paymentId(), fact.amount());
            }
            case "payment.returned" -> {
                fact.applications().forEach(each -> move(RECEIVABLES, each.invoiceId(), each.settled()));
                move(UNAPPLIED_CASH, fact.paymentId(), fact.unappliedAmount().negated());
                move(CASH_CLEARING, fact.paymentId(), fact.cash().negated());
            }
            case "payout.paid" ->
                move(CASH_CLEARING, fact.payoutId(), fact.amount().negated());
            case "payout.failed" -> move(CASH_CLEARING, fact.payoutId(), fact.amount());
            case "payment.fee-charged" ->
                move(CASH_CLEARING, fact.paymentId(), fact.amount().negated());
            case "payment.disputed" -> goneBack(fact.disputeId(), "REVENUE");
            case "dispute.won" -> {
                goneBack(fact.disputeId(), "REVENUE");
                moved.replaceAll(Movement::turned);
            }
            case "refund.paid" -> {
                goneBack(fact.refundId(), "REVERSE_REVENUE");
                move(REFUND_PAYABLE, fact.memoId(), fact.memoAmount().negated());
                move(CUSTOMER_CREDIT, fact.creditId(), fact.creditAmount().negated());
            }
            default -> throw unknown(type);
        }
    }

    private void ofInvoice(String type) {
        switch (type) {
            case "invoice.voided" -> voided();
            case "invoice.written-off" -> {
                move(RECEIVABLES, fact.invoiceId(), fact.amount().negated());
                if (Boolean.TRUE.equals(fact.taxRelief())) {
                    move(TAX_PAYABLE, fact.invoiceId(), fact.taxAmount().negated());
                }
            }
            case "invoice.recovered" ->
                move(UNAPPLIED_CASH, fact.paymentId(), fact.amount().negated());
            default -> throw unknown(type);
        }
    }

    private static IllegalStateException unknown(String type) {
        return new IllegalStateException("no sub-ledger is told of " + type);
    }

    private void memo(UUID invoiceId) {
        MoneyFact.Settlement settled = fact.settlement();
        Money toInvoice = orZero(settled.toInvoice());
        Money elsewhere = orZero(settled.toCustomerCredit())
                .plus(orZero(settled.toRefund()))
                .plus(orZero(settled.external()));
        UUID reduced = invoiceId == null ? fact.creditMemoId() : invoiceId;
        move(RECEIVABLES, reduced, toInvoice.negated());
        move(
                RECEIVABLES,
                fact.creditMemoId(),
                fact.totalAmount().minus(toInvoice).minus(elsewhere).negated());
        move(CUSTOMER_CREDIT, fact.creditMemoId(), orZero(settled.toCustomerCredit()));
        move(REFUND_PAYABLE, fact.creditMemoId(), orZero(settled.toRefund()));
        move(TAX_PAYABLE, fact.creditMemoId(), fact.taxAmount().negated());
    }

    private void memoApplied() {
        move(RECEIVABLES, fact.creditMemoId(), fact.amount());
        switch (fact.target()) {
            case "INVOICE" -> move(RECEIVABLES, fact.invoiceId(), fact.amount().negated());
            case "CUSTOMER_CREDIT" -> move(CUSTOMER_CREDIT, fact.creditMemoId(), fact.amount());
            case "REFUND" -> move(REFUND_PAYABLE, fact.creditMemoId(), fact.amount());
            default -> {
                // it was settled outside
            }
        }
    }

    private void granted() {
        if ("PREPAID".equals(fact.kind()) || "CREDIT_MEMO".equals(fact.origin())) {
            return;
        }
        move(CUSTOMER_CREDIT, fact.creditId(), fact.amount());
        if ("NEGATIVE_INVOICE".equals(fact.origin())) {
            move(RECEIVABLES, fact.invoiceId() == null ? fact.creditId() : fact.invoiceId(), fact.amount());
        } else if ("UNAPPLIED_CASH".equals(fact.origin())) {
            move(
                    UNAPPLIED_CASH,
                    fact.paymentId() == null ? fact.creditId() : fact.paymentId(),
                    fact.amount().negated());
        }
    }

    private void goneBack(UUID documentId, String reverses) {
        move(CASH_CLEARING, documentId, fact.cash().negated());
        move(UNAPPLIED_CASH, fact.paymentId(), fact.unappliedAmount().negated());
        for (MoneyFact.Part part : fact.invoices()) {
            if (!reverses.equals(fact.mode())) {
                move(RECEIVABLES, part.invoiceId(), part.amount());
            } else if (!givenUp.test(part.invoiceId())) {
                move(TAX_PAYABLE, part.invoiceId(), part.tax().negated());
            }
        }
    }

    private void voided() {
        if (Boolean.TRUE.equals(fact.afterWriteOff())) {
            return;
        }
        move(RECEIVABLES, fact.invoiceId(), fact.amount().negated());
        move(TAX_PAYABLE, fact.invoiceId(), fact.taxAmount().negated());
        for (MoneyFact.Returned returned : fact.creditsReturned()) {
            move(RECEIVABLES, fact.invoiceId(), returned.amount());
            move("PREPAID".equals(returned.kind()) ? PREPAID : CUSTOMER_CREDIT, returned.creditId(), returned.amount());
        }
    }

    private ControlKind creditKind() {
        return "PREPAID".equals(fact.kind()) ? PREPAID : CUSTOMER_CREDIT;
    }

    private Money orZero(Money amount) {
        return amount == null ? Money.zero(fact.currency()) : amount;
    }

    private void move(ControlKind kind, UUID itemId, Money amount) {
        if (!amount.isZero()) {
            moved.add(new Movement(kind, java.util.Objects.requireNonNull(itemId, kind + " without its item"), amount));
        }
    }
}
