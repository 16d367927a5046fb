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
            state("EXPIRED", "its last day has passed"));

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
