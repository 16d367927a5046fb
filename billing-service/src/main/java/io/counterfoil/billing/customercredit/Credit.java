package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Credit of a customer with a legal entity.
 *
 * <p>It is REQUESTED when a second person has to agree, GRANTED when it may be used, REJECTED when nobody agreed. Invoices
 * draw on what remains: on the credit of the smallest priority, among equals on the one that ends first; a voided invoice
 * gives back what it drew. What is left on its last day, or is withdrawn, has ended.
 *
 * @param sourceId the document that it comes from; null where somebody granted it
 * @param ended what expired or was withdrawn
 */
public record Credit(
        UUID creditId,
        String legalEntityId,
        UUID customerId,
        CreditKind kind,
        CreditOrigin origin,
        UUID sourceId,
        String sourceNumber,
        State state,
        Money amount,
        Money remaining,
        Money ended,
        String reasonCode,
        String reason,
        LocalDate expiresOn,
        int priority,
        String requestedBy,
        String approvedBy,
        LocalDate effectiveDate,
        Instant effectiveAt,
        String correlationId,
        int version) {

    /** Of credit of which nobody said otherwise. */
    public static final int USUAL_PRIORITY = 50;

    /** Where it stands. */
    public enum State {
        /** A second person has to agree. */
        REQUESTED,
        /** It may be used. */
        GRANTED,
        /** Nobody agreed. */
        REJECTED
    }

    public String currency() {
        return amount.currency();
    }

    /** A second person agrees. */
    public Credit approve(String approver, LocalDate day, Instant at) {
        if (state != State.REQUESTED) {
            throw new IllegalMove("Credit " + creditId, state, "be approved", List.of());
        }
        return with(State.GRANTED, amount, ended, approver, day, at);
    }

    /** Nobody agrees. */
    public Credit reject(String decider) {
        if (state != State.REQUESTED) {
            throw new IllegalMove("Credit " + creditId, state, "be rejected", List.of());
        }
        return with(State.REJECTED, remaining, ended, decider, effectiveDate, effectiveAt);
    }

    /** What is left can't be used any more. */
    public Credit end() {
        if (state != State.GRANTED || remaining.isZero()) {
            throw new IllegalMove("Credit " + creditId, state, "end with " + remaining + " left", List.of());
        }
        return with(state, Money.zero(currency()), ended.plus(remaining), approvedBy, effectiveDate, effectiveAt);
    }

    /** A part is paid to the customer. */
    public Credit payOut(Money part) {
        Credit less = use(part);
        return with(state, less.remaining, ended.plus(part), approvedBy, effectiveDate, effectiveAt);
    }

    /** Uses a part, or (below zero) gets it back. */
    public Credit use(Money part) {
        if (state != State.GRANTED || part.compareTo(remaining) > 0) {
            throw new AmountExceedsCredit(creditId, part, remaining);
        }
        return with(state, remaining.minus(part), ended, approvedBy, effectiveDate, effectiveAt);
    }

    private Credit with(State now, Money left, Money over, String approver, LocalDate day, Instant at) {
        return new Credit(
                creditId,
                legalEntityId,
                customerId,
                kind,
                origin,
                sourceId,
                sourceNumber,
                now,
                amount,
                left,
                over,
                reasonCode,
                reason,
                expiresOn,
                priority,
                requestedBy,
                approver,
                day,
                at,
                correlationId,
                version + 1);
    }
}
