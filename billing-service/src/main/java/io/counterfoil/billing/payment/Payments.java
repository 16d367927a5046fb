package io.counterfoil.billing.payment;

import io.counterfoil.billing.payment.TakeCashBack.Act;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The payments, as the gateway's adapter, refunds and disputes need them; all in the caller's transaction. */
@Dependent
public class Payments {

    private final RecordReceipt receipts;
    private final PaymentRows rows;
    private final TakeCashBack cash;
    private final AwaitPayment await;
    private final GatewayAccounts accounts;

    @Inject
    Payments(
            RecordReceipt receipts, PaymentRows rows, TakeCashBack cash, AwaitPayment await, GatewayAccounts accounts) {
        this.receipts = receipts;
        this.rows = rows;
        this.cash = cash;
        this.await = await;
        this.accounts = accounts;
    }

    /** The legal entity that receives a currency through a gateway. */
    public String receiverOf(String gateway, String currency) {
        return accounts.legalEntity(gateway, currency);
    }

    /** Records what a gateway said, once, with all that follows from it. */
    public void record(Receipt receipt) {
        receipts.handle(receipt);
    }

    /** Money was asked for. */
    public void await(Awaited awaited) {
        await.begins(awaited);
    }

    /** Nobody knows what became of money that was asked for. */
    public void unknown(Awaited awaited, Instant at) {
        await.unknown(awaited, at);
    }

    /** Locks a payment until the transaction ends. */
    public Optional<Payment> lock(UUID paymentId) {
        return rows.byId(paymentId, true);
    }

    /** Locks the payment whose money is here, by the gateway's id of it. */
    public Optional<Payment> lock(String channel, String reference) {
        return rows.byReference(channel, reference);
    }

    /** The same payment, read only. */
    public Optional<Payment> byId(UUID paymentId) {
        return rows.byId(paymentId, false);
    }

    /** A refund gives money back: out of unapplied cash first, unless one invoice is named. */
    public Withdrawal refund(
            Payment payment, Money amount, UUID refundId, UUID invoiceId, boolean reopens, LocalDate day, Instant at) {
        boolean all = payment.balances().refunded().plus(amount).equals(payment.amount());
        PaymentState to = all ? PaymentState.REFUNDED : PaymentState.PARTIALLY_REFUNDED;
        Act act = new Act(refundId, ReversalCause.REFUNDED, invoiceId, reopens, false, day, at);
        return withdraw(payment, amount, act, to, amount);
    }

    /** What a refund would take off invoices; nothing is changed. */
    public List<Taken> standing(Payment payment, Money amount, UUID invoiceId) {
        Money loose = invoiceId == null ? amount.min(payment.unapplied()) : Money.zero(amount.currency());
        return cash.standing(payment, amount.minus(loose), invoiceId);
    }

    /** Money went back by way of this payment that a memo or a credit owed: it stays applied to its invoices. */
    public void refundOfDebt(Payment payment, Money amount) {
        boolean all = payment.balances().refunded().plus(amount).equals(payment.amount());
        Money zero = Money.zero(amount.currency());
        rows.move(payment.withdraw(all ? PaymentState.REFUNDED : PaymentState.PARTIALLY_REFUNDED, amount, zero, zero));
    }

    /** The payer took money back. */
    public Withdrawal dispute(
            Payment payment, Money amount, UUID disputeId, boolean reopens, LocalDate day, Instant at) {
        Act act = new Act(disputeId, ReversalCause.DISPUTED, null, reopens, false, day, at);
        return withdraw(payment, amount, act, PaymentState.DISPUTED, Money.zero(amount.currency()));
    }

    /** Disputed money came back: it settles again what is still open; the rest is unapplied. */
    public Withdrawal won(
            Payment payment, Money amount, Money fromUnapplied, UUID disputeId, LocalDate day, Instant at) {
        List<Taken> given = cash.giveAgain(disputeId, day, at);
        boolean reopens = cash.reopened(disputeId);
        Money applied = given.stream().map(Taken::amount).reduce(Money.zero(amount.currency()), Money::plus);
        Money rest = reopens ? amount.minus(applied) : fromUnapplied;
        Money off = reopens ? applied.negated() : Money.zero(amount.currency());
        Payment after = payment.withdraw(PaymentState.WON, Money.zero(amount.currency()), rest.negated(), off);
        rows.move(after);
        return new Withdrawal(after, rest, given);
    }

    /** Disputed money stays away. */
    public Payment lost(Payment payment) {
        Payment after = payment.move(PaymentState.LOST);
        rows.move(after);
        return after;
    }

    Withdrawal withdraw(Payment payment, Money amount, Act act, PaymentState to, Money refunded) {
        payment.requireMove(to);
        Money zero = Money.zero(amount.currency());
        Money loose = act.invoiceId() == null ? amount.min(payment.unapplied()) : zero;
        List<Taken> taken = cash.take(payment, amount.minus(loose), act);
        Money found = taken.stream().map(Taken::amount).reduce(loose, Money::plus);
        if (!amount.isPositive() || !found.equals(amount)) {
            throw new RefundExceedsPayment(payment.paymentId(), amount, found);
        }
        Money off = act.reopens() ? amount.minus(loose) : zero;
        Payment after = payment.withdraw(to, refunded, loose, off);
        rows.move(after);
        return new Withdrawal(after, loose, taken);
    }
}
