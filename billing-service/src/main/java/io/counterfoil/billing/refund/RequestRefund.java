package io.counterfoil.billing.refund;

import io.counterfoil.billing.creditmemo.CreditMemo;
import io.counterfoil.billing.creditmemo.CreditMemos;
import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.RefundExceedsPayment;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.refund.RefundJson.RefundRequest;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Somebody asks for a refund; up to the limit it is approved at once, and the gateway is asked to pay it. */
@UseCase
class RequestRefund {

    static final String GATEWAY = "stripe";

    private final RefundRows rows;
    private final Payments payments;
    private final CreditMemos memos;
    private final CustomerCredits credits;
    private final Invoices invoices;
    private final Policies policies;
    private final LegalEntities entities;
    private final SendRefund send;
    private final BusinessClock clock;

    @Inject
    RequestRefund(
            RefundRows rows,
            Payments payments,
            CreditMemos memos,
            CustomerCredits credits,
            Invoices invoices,
            Policies policies,
            LegalEntities entities,
            SendRefund send,
            BusinessClock clock) {
        this.rows = rows;
        this.payments = payments;
        this.memos = memos;
        this.credits = credits;
        this.invoices = invoices;
        this.policies = policies;
        this.entities = entities;
        this.send = send;
        this.clock = clock;
    }

    /** Whose money it is, and how much of it can go back. */
    private record Source(
            UUID customerId, String legalEntityId, Money refundable, String channel, String correlationId) {}

    Refund handle(RefundRequest wanted) {
        Refund.From from = from(wanted);
        Source source = source(from);
        check(wanted, from, source);
        LocalDate today = entities.byId(source.legalEntityId()).dateAt(clock.now());
        Scope scope = Scope.of(source.legalEntityId(), contract(from));
        PolicyBook book = policies.book(List.of(scope));
        Refund refund = refund(wanted, from, source, book, scope, today);
        boolean free = wanted.amount()
                        .compareTo(book.value(PolicyName.REFUND_APPROVAL_LIMIT, scope, today)
                                .amount(wanted.amount().currency()))
                <= 0;
        return Correlation.within(Correlation.current().continuing(source.correlationId()), () -> {
            rows.add(refund);
            return free ? send.approved(refund.approve(null)) : refund;
        });
    }

    private static Refund.From from(RefundRequest wanted) {
        if (wanted.creditMemoId() != null && wanted.creditId() != null) {
            throw new Invalid("/creditId", "must be absent when creditMemoId is given");
        }
        if (wanted.paymentId() == null && wanted.creditMemoId() == null && wanted.creditId() == null) {
            throw new Invalid("/paymentId", "or creditMemoId or creditId is required");
        }
        return new Refund.From(wanted.paymentId(), wanted.creditMemoId(), wanted.creditId(), wanted.invoiceId());
    }

    private Source source(Refund.From from) {
        Payment payment = from.paymentId() == null ? null : payment(from.paymentId());
        String channel = payment == null ? null : payment.channel();
        if (from.creditMemoId() != null) {
            CreditMemo memo =
                    memos.lock(from.creditMemoId()).orElseThrow(() -> new NotFound("credit memo", from.creditMemoId()));
            return new Source(
                    memo.customerId(),
                    memo.legalEntityId(),
                    least(memo.refundable(), payment),
                    channel,
                    memo.correlationId());
        }
        if (from.creditId() != null) {
            Credit credit =
                    credits.lock(from.creditId()).orElseThrow(() -> new NotFound("customer credit", from.creditId()));
            if (credit.kind() == CreditKind.PREPAID) {
                throw new PrepaidIsNotPaidBack(credit.creditId());
            }
            return new Source(
                    credit.customerId(),
                    credit.legalEntityId(),
                    least(credit.remaining(), payment),
                    channel,
                    credit.correlationId());
        }
        if (payment.customerId() == null) {
            throw new Invalid("/paymentId", "must be a payment whose customer is known");
        }
        return new Source(
                payment.customerId(), payment.legalEntityId(), payment.refundable(), channel, payment.correlationId());
    }

    private Payment payment(UUID paymentId) {
        return payments.lock(paymentId).orElseThrow(() -> new NotFound("payment", paymentId));
    }

    private static Money least(Money owed, Payment payment) {
        return payment == null || !payment.amount().currency().equals(owed.currency())
                ? owed
                : owed.min(payment.refundable());
    }

    private void check(RefundRequest wanted, Refund.From from, Source source) {
        if (!wanted.amount().currency().equals(source.refundable().currency())) {
            throw new Invalid(
                    "/amount/currency", "must be " + source.refundable().currency());
        }
        if (source.channel() == null && wanted.channel() == null) {
            throw new Invalid("/channel", "is required where no payment is named");
        }
        if (GATEWAY.equals(wanted.channel()) && !GATEWAY.equals(source.channel())) {
            throw new Invalid("/channel", "the gateway pays back only what came through it");
        }
        Money left =
                source.refundable().minus(rows.underway(from, wanted.amount().currency()));
        if (!wanted.amount().isPositive() || wanted.amount().compareTo(left) > 0) {
            UUID what = from.paymentId() != null
                    ? from.paymentId()
                    : from.creditMemoId() != null ? from.creditMemoId() : from.creditId();
            throw new RefundExceedsPayment(what, wanted.amount(), left);
        }
    }

    private UUID contract(Refund.From from) {
        return from.invoiceId() == null
                ? null
                : invoices.lock(from.invoiceId())
                        .orElseThrow(() -> new NotFound("invoice", from.invoiceId()))
                        .order()
                        .contractId();
    }

    private Refund refund(
            RefundRequest wanted, Refund.From from, Source source, PolicyBook book, Scope scope, LocalDate today) {
        UUID id = EventIds.next();
        return new Refund(
                id,
                from,
                source.customerId(),
                source.legalEntityId(),
                wanted.amount(),
                wanted.mode() == null
                        ? book.value(PolicyName.REFUND_MODE, scope, today).as(RefundPaid.Mode.class)
                        : wanted.mode(),
                wanted.channel() == null ? source.channel() : wanted.channel(),
                RefundState.REQUESTED,
                new Refund.Why(
                        wanted.reasonCode(),
                        wanted.reason(),
                        Correlation.current().actor(),
                        null),
                null,
                null,
                null,
                null,
                clock.now(),
                source.correlationId(),
                EventIds.derived(id, RefundPaid.TYPE),
                book.versions(scope, today, PolicyName.REFUND_MODE, PolicyName.REFUND_APPROVAL_LIMIT),
                1);
    }
}
