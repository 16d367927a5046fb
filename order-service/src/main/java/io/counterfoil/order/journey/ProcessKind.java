package io.counterfoil.order.journey;

import static io.counterfoil.order.journey.StateRule.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The processes of this service, each with its state chart: what is published is what is enforced. */
public enum ProcessKind {
    QUOTE_TO_CASH(
            "From a won deal or a placed order to the general ledger, and back to the CRM",
            state("FETCHING", "the deal is read back from the CRM and held against every rule")
                    .within("PT1H", "integration")
                    .to("RESOLVING_CUSTOMER", "HELD", "REJECTED"),
            state("RESOLVING_CUSTOMER", "customer-service says who the buyer is")
                    .within("PT1H", "integration")
                    .to("AWAITING_ACTIVATION", "HELD", "REJECTED"),
            state("AWAITING_ACTIVATION", "the order is accepted; billing-service activates it on its start date")
                    .within("P1D", "integration")
                    .undoneBy("order.cancelled: billing-service ends what it had planned")
                    .to("AWAITING_INVOICE", "AWAITING_POSTING", "WRITING_BACK", "COMPLETED", "HELD", "CANCELLED"),
            state("AWAITING_INVOICE", "billing-service invoices every line, phase by phase")
                    .within("P32D", "integration")
                    .undoneBy("the process compensation")
                    .to("AWAITING_POSTING", "WRITING_BACK", "COMPLETED", "HELD", "CANCELLED"),
            state("AWAITING_POSTING", "the ledger posts the invoices")
                    .within("P1D", "finance")
                    .undoneBy("the process compensation")
                    .to("WRITING_BACK", "COMPLETED", "HELD", "CANCELLED"),
            state("WRITING_BACK", "the CRM is shown the outcome")
                    .within("P1D", "integration")
                    .undoneBy("the process compensation")
                    .to("COMPLETED", "HELD", "CANCELLED"),
            state("HELD", "a person or a dependency must act; it has an exception with an owner")
                    .to(
                            "FETCHING",
                            "RESOLVING_CUSTOMER",
                            "AWAITING_ACTIVATION",
                            "AWAITING_INVOICE",
                            "AWAITING_POSTING",
                            "WRITING_BACK",
                            "COMPLETED",
                            "REJECTED",
                            "CANCELLED"),
            state("COMPLETED", "every first invoice is posted and the CRM knows")
                    .undoneBy("the process compensation")
                    .to("CANCELLED"),
            state("REJECTED", "given up before a contract existed"),
            state("CANCELLED", "taken back; the CRM knows")),

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

    RENEWAL(
            "A contract goes on when its term ends: by itself or by an offer, without gap or overlap",
            state("OFFERING", "the CRM is shown the offer, or it renews by itself")
                    .within("P1D", "sales-operations")
                    .to("OFFERED", "RENEWING", "WITHDRAWN"),
            state("OFFERED", "the customer decides, until the day on which it would begin")
                    .within("P1D", "sales-operations")
                    .to("RENEWING", "DECLINED", "LAPSED", "WITHDRAWN"),
            state("RENEWING", "billing-service extends every subscription from the end of its term on")
                    .within("PT1H", "integration")
                    .undoneBy("the extension is taken back as long as its day has not come")
                    .to("RENEWED", "WITHDRAWN"),
            state("RENEWED", "the contract has a further term"),
            state("DECLINED", "the contract ends with its term"),
            state("LAPSED", "nobody accepted in time; the contract ends with its term"),
            state("WITHDRAWN", "nothing is extended: the contract is over, or its term ends on another day")),

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
            "An order is to be as if it had never been: subscriptions ended, invoices credited, entries reversed, the"
                    + " CRM told",
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
            state("REJECTED", "it was not authorised")),

    DELIVERY(
            "Goods of an order: put aside, shipped, told to the CRM; free again when the order comes to nothing",
            state("ALLOCATING", "stock is put aside for the order")
                    .within("PT1H", "support")
                    .to("ALLOCATED", "BACK_ORDERED"),
            state("ALLOCATED", "all of it is put aside and waits for its shipment")
                    .within("P30D", "support")
                    .undoneBy("it is free for other orders again")
                    .to("PARTLY_SHIPPED", "SHIPPED", "RELEASED"),
            state("BACK_ORDERED", "something is not in stock; what comes in goes to the oldest order first")
                    .within("P14D", "support")
                    .undoneBy("what is put aside is free for other orders again")
                    .to("ALLOCATED", "PARTLY_SHIPPED", "RELEASED"),
            state("PARTLY_SHIPPED", "the rest waits for its shipment")
                    .within("P30D", "support")
                    .undoneBy("what is not shipped is free again; what is comes back by a return")
                    .to("SHIPPED", "RELEASED", "RETURNED"),
            state("SHIPPED", "all of it is on its way; the CRM is told")
                    .undoneBy("the process return")
                    .to("RETURNED"),
            state("RETURNED", "goods came back into stock").to("RETURNED", "PARTLY_SHIPPED", "SHIPPED"),
            state("RELEASED", "the order came to nothing; what was put aside is free again")),

    PROVISIONING(
            "What was sold is set up at the product platform before billing begins",
            state("REQUESTED", "the platform is asked, once")
                    .within("PT1H", "integration")
                    .undoneBy("the request is withdrawn at the platform")
                    .to("PROVISIONED", "REFUSED", "WITHDRAWING"),
            state("REFUSED", "the platform said no; the order is held, billing has not begun")
                    .within("P5D", "integration")
                    .to("REQUESTED", "WITHDRAWING"),
            state("PROVISIONED", "it is set up; the order goes on")
                    .undoneBy("it is withdrawn at the platform")
                    .to("WITHDRAWING"),
            state("WITHDRAWING", "the order came to nothing: the platform is told")
                    .within("PT1H", "integration")
                    .to("WITHDRAWN"),
            state("WITHDRAWN", "the platform has taken it down")),

    DISPUTE(
            "A customer disputes an amount: dunning waits, another person decides, what is accepted is credited and"
                    + " posted",
            state("OPENING", "billing-service holds the amount out of dunning")
                    .within("PT1H", "finance")
                    .to("OPEN", "REFUSED"),
            state("OPEN", "another person than who raised it decides; dunning waits")
                    .within("P30D", "finance")
                    .undoneBy("it is rejected: dunning goes on with all that is open")
                    .to("CREDITING", "REJECTING", "AWAITING_POSTING", "ACCEPTED", "REJECTED"),
            state("CREDITING", "billing-service credits the amount")
                    .within("PT1H", "finance")
                    .undoneBy("the credit memo is voided")
                    .to("AWAITING_POSTING", "ACCEPTED"),
            state("AWAITING_POSTING", "the ledger posts the credit memo")
                    .within("P1D", "finance")
                    .to("ACCEPTED"),
            state("REJECTING", "billing-service has dunning go on")
                    .within("PT1H", "finance")
                    .to("REJECTED"),
            state("ACCEPTED", "credited, and in the general ledger"),
            state("REJECTED", "the customer owes all of it; dunning goes on"),
            state("REFUSED", "billing-service said no: nothing is held"));

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
