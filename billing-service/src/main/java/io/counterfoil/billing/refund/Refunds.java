package io.counterfoil.billing.refund;

import io.counterfoil.billing.gateway.GatewayAnswer;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The refunds, as the gateway's answers and messages tell of them; in the caller's transaction. */
@Dependent
public class Refunds {

    private final RefundRows rows;
    private final BookRefund book;
    private final Policies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    Refunds(RefundRows rows, BookRefund book, Policies policies, LegalEntities entities, BusinessClock clock) {
        this.rows = rows;
        this.book = book;
        this.policies = policies;
        this.entities = entities;
        this.clock = clock;
    }

    /** True when the id is that of a refund of ours. */
    public boolean knows(UUID refundId) {
        return rows.byId(refundId, false).isPresent();
    }

    /** The gateway said what became of a refund; said again it changes nothing. */
    public void answered(UUID refundId, GatewayAnswer answer) {
        Refund refund = rows.byId(refundId, true).orElseThrow();
        if (refund.state() != RefundState.PENDING && refund.state() != RefundState.UNKNOWN) {
            return;
        }
        Instant now = clock.now();
        switch (answer.outcome()) {
            case PAID -> book.paid(refund, answer.reference(), today(refund.legalEntityId(), now), now);
            case FAILED -> book.failed(refund, answer.reference(), answer.code(), answer.reason(), now);
            case PENDING, UNKNOWN -> rows.touch(refund);
        }
    }

    /** What was given back in all by the gateway; what of it was not asked for by us is booked, by the policy's mode. */
    public void givenBack(Payment payment, Money inAll, String reference, Instant at) {
        Refund.From from = new Refund.From(payment.paymentId(), null, null, null);
        Money known = payment.balances().refunded().plus(rows.underway(from, inAll.currency()));
        Money fresh = inAll.minus(known);
        if (!fresh.isPositive()) {
            return;
        }
        LocalDate day = today(payment.legalEntityId(), at);
        PolicyValue mode = policies.value(PolicyName.REFUND_MODE, Scope.of(payment.legalEntityId()), day);
        UUID id = EventIds.derived(payment.paymentId(), "given back " + inAll);
        Refund refund = new Refund(
                id,
                from,
                payment.customerId() == null ? payment.paymentId() : payment.customerId(),
                payment.legalEntityId(),
                fresh,
                mode.as(RefundPaid.Mode.class),
                payment.channel(),
                RefundState.PENDING,
                new Refund.Why("GATEWAY", "Given back at the gateway", payment.channel(), null),
                null,
                null,
                null,
                null,
                at,
                payment.correlationId(),
                EventIds.derived(id, RefundPaid.TYPE),
                Map.of(mode.policy().text(), mode.reference()),
                1);
        rows.add(refund);
        book.paid(refund, reference + "/" + inAll.minor(), day, at);
    }

    private LocalDate today(String legalEntityId, Instant at) {
        return entities.byId(legalEntityId).dateAt(at);
    }
}
