package io.counterfoil.order.journey;

import static io.counterfoil.order.journey.StateRule.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The processes of this service, each with its state chart: what is published is what is enforced. */
public enum ProcessKind {
    QUOTE(
            "From an offer with exact totals to exactly one order",
            state("PRICING", "billing-service is asked what the invoices would say")
                    .within("PT1H", "integration")
                    .to("AWAITING_APPROVAL", "APPROVED", "WITHDRAWN", "EXPIRED"),
            state("AWAITING_APPROVAL", "two named approvers decide, neither of them who made it")
                    .within("P3D", "sales-operations")
                    .to("APPROVED", "REJECTED", "WITHDRAWN", "EXPIRED"),
            state("APPROVED", "the customer decides").to("CONVERTED", "WITHDRAWN", "EXPIRED"),
            state("CONVERTED", "an order exists; its own process goes on").undoneBy("the order is cancelled"),
            state("REJECTED", "an approver said no"),
            state("WITHDRAWN", "it was taken back"),
            state("EXPIRED", "its last day has passed")),

    AMENDMENT(
            "A change of a contract: previewed, confirmed, in effect, in the general ledger",
            state("PREVIEWING", "billing-service is asked what the change would bill")
                    .within("PT1H", "integration")
                    .to("AWAITING_CONFIRMATION", "CHANGING", "REFUSED"),
            state("AWAITING_CONFIRMATION", "somebody confirms what it comes to")
                    .within("P14D", "sales-operations")
                    .to("CHANGING", "WITHDRAWN"),
            state("CHANGING", "billing-service changes the subscription")
                    .within("PT1H", "integration")
                    .undoneBy("the opposite change from the same day on")
                    .to("SCHEDULED", "AWAITING_POSTING", "COMPLETED", "REFUSED"),
            state("SCHEDULED", "its day has not come")
                    .within("P1D", "integration")
                    .undoneBy("the change is taken back")
                    .to("COMPLETED", "COMPENSATING"),
            state("AWAITING_POSTING", "the ledger posts what was billed of it")
                    .within("P1D", "finance")
                    .undoneBy("the opposite change from the same day on")
                    .to("COMPLETED", "COMPENSATING"),
            state("COMPLETED", "in effect, billed and posted")
                    .undoneBy("the opposite change from the same day on")
                    .to("COMPENSATING"),
            state("COMPENSATING", "billing-service takes it back")
                    .within("PT1H", "integration")
                    .to("AWAITING_REVERSAL", "COMPENSATED"),
            state("AWAITING_REVERSAL", "the ledger posts what was taken back")
                    .within("P1D", "finance")
                    .to("COMPENSATED"),
            state("COMPENSATED", "as if it had never been"),
            state("REFUSED", "billing-service said no; nothing was changed"),
            state("WITHDRAWN", "nobody confirmed it")),

    CANCELLATION(
            "A contract ends early: what was billed of the days that are not served goes back",
            state("ENDING", "billing-service ends the subscriptions from the day on")
                    .within("PT1H", "integration")
                    .to("AWAITING_POSTING", "COMPLETED"),
            state("AWAITING_POSTING", "the ledger posts what was taken back")
                    .within("P1D", "finance")
                    .to("COMPLETED"),
            state("COMPLETED", "the order is cancelled, the CRM is told")),

    COMPENSATION(
            "An order is to be as if it had never been: subscriptions ended, invoices credited, entries reversed, the CRM told",
            state("ENDING", "billing-service ends the subscriptions from their first day on")
                    .within("PT1H", "integration")
                    .to("CREDITING"),
            state("CREDITING", "billing-service credits what ending does not take back")
                    .within("PT1H", "finance")
                    .to("AWAITING_POSTING", "COMPLETED"),
            state("AWAITING_POSTING", "the ledger posts what was taken back; a large memo waits for a second person")
                    .within("P1D", "finance")
                    .to("COMPLETED"),
            state("COMPLETED", "the order is cancelled, the CRM is told")),

    RETURN(
            "Goods come back: authorised, credited, refunded or kept as credit, back in stock",
            state("REQUESTED", "a second person authorises it")
                    .within("P5D", "support")
                    .to("CREDITING", "REJECTED"),
            state("CREDITING", "billing-service credits the lines")
                    .within("PT1H", "finance")
                    .undoneBy("the credit memo is voided")
                    .to("AWAITING_POSTING", "REFUNDING", "COMPLETED"),
            state("AWAITING_POSTING", "the ledger posts the credit memo; a large one waits for a second person")
                    .within("P1D", "finance")
                    .to("REFUNDING", "COMPLETED"),
            state("REFUNDING", "billing-service is asked to pay back what the memo owes")
                    .within("PT1H", "finance")
                    .to("AWAITING_REFUND", "COMPLETED"),
            state("AWAITING_REFUND", "the refund is paid and posted")
                    .within("P5D", "finance")
                    .to("COMPLETED"),
            state("COMPLETED", "credited or refunded; the stock is told"),
            state("REJECTED", "it was not authorised"));

    private final String title;
    private final List<StateRule> states;

    ProcessKind(String title, StateRule... states) {
        this.title = title;
        this.states = List.of(states);
    }

    String title() {
        return title;
    }

    List<StateRule> states() {
        return states;
    }

    /** As it stands in paths: {@code quote-to-cash}. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StateRule rule(String state) {
        return states.stream()
                .filter(rule -> rule.state().equals(state))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " has no state " + state));
    }

    static Optional<ProcessKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
