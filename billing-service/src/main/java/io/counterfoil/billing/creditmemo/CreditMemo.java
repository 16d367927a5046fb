package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A document that takes back a part of an invoice.
 *
 * <p>It begins as a DRAFT that already holds its part of the invoice's lines, so that nobody else takes it. Up to the limit
 * it is APPROVED and ISSUED at once, above it when a second person agrees; refused, it is DISCARDED. Issued, it has its
 * number and its content stays. What it owes is settled at the issue or later; all of it settled, it is APPLIED. As long as
 * nothing that it gave was used, it can be VOID: then the invoice owes again, and the lines can be credited anew.
 *
 * @param number null before the issue
 * @param rounding of the invoice's payable amount, which the last memo takes back
 * @param nationalTax its part of the invoice's tax in the national currency; null where that is the document's
 * @param refunded what of {@code toRefund} was paid
 */
public record CreditMemo(
        UUID creditMemoId,
        String number,
        String series,
        String legalEntityId,
        UUID invoiceId,
        UUID customerId,
        CreditMemoState state,
        Why why,
        Money net,
        Money tax,
        Money rounding,
        Money nationalTax,
        Settled settled,
        Money refunded,
        LocalDate issueDate,
        Instant effectiveAt,
        String correlationId,
        UUID issuedEventId,
        UUID voidedEventId,
        LocalDate voidedOn,
        Map<String, String> policyVersions,
        int version) {

    /** Why it was made, and who wanted it. */
    public record Why(String reasonCode, String reason, String requestedBy, String approvedBy) {

        Why approvedBy(String person) {
            return new Why(reasonCode, reason, requestedBy, person);
        }
    }

    public Money total() {
        return net.plus(tax).plus(rounding);
    }

    public String currency() {
        return net.currency();
    }

    /** What is not settled yet. */
    public Money open() {
        return total().minus(settled.sum());
    }

    /** What a refund may still pay. */
    public Money refundable() {
        return settled.toRefund().minus(refunded);
    }

    CreditMemo approve(String person) {
        return move(CreditMemoState.APPROVED, "be approved", settled, why.approvedBy(person));
    }

    CreditMemo discard(String person) {
        return move(CreditMemoState.DISCARDED, "be discarded", settled, why.approvedBy(person));
    }

    CreditMemo issue(String given, LocalDate day, Instant at, UUID eventId) {
        CreditMemo issued = move(CreditMemoState.ISSUED, "be issued", settled, why);
        return new CreditMemo(
                creditMemoId,
                given,
                series,
                legalEntityId,
                invoiceId,
                customerId,
                issued.standing(),
                why,
                net,
                tax,
                rounding,
                nationalTax,
                settled,
                refunded,
                day,
                at,
                correlationId,
                eventId,
                null,
                null,
                policyVersions,
                issued.version());
    }

    /** What the invoice no longer needs becomes customer credit. */
    CreditMemo resettled(Money excess) {
        Settled less = settled.plus(Settled.Target.INVOICE, excess.negated());
        return with(state, less.plus(Settled.Target.CUSTOMER_CREDIT, excess), why, refunded);
    }

    /** More of it is settled. */
    CreditMemo apply(Settled.Target target, Money part) {
        if (state != CreditMemoState.ISSUED && state != CreditMemoState.PARTIALLY_APPLIED) {
            throw new IllegalMove("Credit memo " + number, state, "be applied", state.moves());
        }
        if (!part.isPositive() || part.compareTo(open()) > 0) {
            throw new AmountExceedsMemo(number, part, open());
        }
        CreditMemo after = with(state, settled.plus(target, part), why, refunded);
        return after.with(after.standing(), after.settled, why, refunded);
    }

    /** A refund pays a part of what it owes. */
    public CreditMemo refund(Money part) {
        if (part.compareTo(refundable()) > 0) {
            throw new AmountExceedsMemo(number, part, refundable());
        }
        return with(state, settled, why, refunded.plus(part));
    }

    CreditMemo voided(UUID eventId, LocalDate day) {
        if (!refunded.isZero()) {
            throw new MemoInUse(number, refunded + " of it is refunded");
        }
        CreditMemo after = move(CreditMemoState.VOID, "be voided", settled, why);
        return new CreditMemo(
                creditMemoId,
                number,
                series,
                legalEntityId,
                invoiceId,
                customerId,
                after.state,
                why,
                net,
                tax,
                rounding,
                nationalTax,
                settled,
                refunded,
                issueDate,
                effectiveAt,
                correlationId,
                issuedEventId,
                eventId,
                day,
                policyVersions,
                after.version);
    }

    private CreditMemoState standing() {
        if (settled.sum().isZero()) {
            return CreditMemoState.ISSUED;
        }
        return open().isZero() ? CreditMemoState.APPLIED : CreditMemoState.PARTIALLY_APPLIED;
    }

    private CreditMemo move(CreditMemoState to, String words, Settled now, Why because) {
        if (!state.moves().contains(to)) {
            String name = number == null ? creditMemoId.toString() : number;
            throw new IllegalMove("Credit memo " + name, state, words, state.moves());
        }
        return with(to, now, because, refunded);
    }

    private CreditMemo with(CreditMemoState to, Settled now, Why because, Money paid) {
        return new CreditMemo(
                creditMemoId,
                number,
                series,
                legalEntityId,
                invoiceId,
                customerId,
                to,
                because,
                net,
                tax,
                rounding,
                nationalTax,
                now,
                paid,
                issueDate,
                effectiveAt,
                correlationId,
                issuedEventId,
                voidedEventId,
                voidedOn,
                policyVersions,
                version + 1);
    }
}
