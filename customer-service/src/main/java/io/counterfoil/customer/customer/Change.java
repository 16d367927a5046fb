package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From one version to the next, on whose word and when. */
record Change(GoldenRecord before, GoldenRecord after, Origin origin, Instant at) {

    /** The names of what differs. */
    List<String> changed() {
        return after.differencesTo(before);
    }

    boolean isFirst() {
        return before.customerId() == null;
    }

    /** Since when it is so; never later than it was said. */
    Instant effectiveFrom() {
        return origin.effectiveFrom() == null || origin.effectiveFrom().isAfter(at) ? at : origin.effectiveFrom();
    }

    /** The fact that tells of a move on its own, for those who care for nothing else. */
    Optional<Fact> move() {
        if (isFirst() || before.state() == after.state()) {
            return Optional.empty();
        }
        StateMove move = new StateMove(
                after.customerId(),
                after.customerNumber(),
                after.version(),
                before.state(),
                after.state(),
                origin.source(),
                origin.reason());
        return switch (after.state()) {
            case SUSPENDED -> Optional.of(new CustomerSuspended(move));
            case CLOSED -> Optional.of(new CustomerClosed(move));
            case ACTIVE -> Optional.of(move).filter(StateMove::reinstates).map(CustomerReinstated::new);
            case PROSPECT, MERGED -> Optional.empty();
        };
    }

    Audited audited() {
        return new Audited(
                "customer",
                after.customerId().toString(),
                isFirst() ? "created" : before.state() == after.state() ? "changed" : "became " + after.state(),
                origin.source(),
                origin.reason(),
                isFirst() ? null : only(before),
                only(after));
    }

    private JsonNode only(GoldenRecord record) {
        ObjectNode whole = Json.strict().valueToTree(record);
        return whole.retain(changed());
    }
}
