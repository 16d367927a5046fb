package io.counterfoil.common.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the events that two {@code asyncapi.yaml} send, with their schemas. */
final class EventComparison {
    private EventComparison() {}

    /**
     * @param received the events that somebody still receives
     */
    static List<Break> compare(Contracts before, Contracts after, Set<String> received) {
        List<Break> found = new ArrayList<>();
        Map<String, Messages.Message> now = Messages.sent(after.messages());
        Messages.sent(before.messages()).forEach((type, was) -> {
            Messages.Message is = now.get(type);
            if (is == null) {
                removed(after, type, was, received).ifPresent(found::add);
                return;
            }
            if (!was.address().equals(is.address())) {
                found.add(new Break(
                        type, "", BreakKind.ADDRESS_CHANGED, "was " + was.address() + ", is " + is.address()));
            }
            Schemas.compare(new SchemaPair(
                    type, "", Direction.SENT, before.tree(was.schema()), after.tree(is.schema()), found::add));
        });
        return found;
    }

    /** An old major may go when its successor is there and nobody receives it any more. */
    private static java.util.Optional<Break> removed(
            Contracts after, String type, Messages.Message was, Set<String> received) {
        boolean succeeded =
                Messages.sent(after.messages()).keySet().stream().anyMatch(other -> Messages.isSuccessor(type, other));
        if (succeeded && !received.contains(type)) {
            return java.util.Optional.empty();
        }
        boolean schemaStays = after.texts().containsKey(was.schema());
        return java.util.Optional.of(
                new Break(type, "", schemaStays ? BreakKind.EVENT_NO_LONGER_SENT : BreakKind.EVENT_REMOVED, ""));
    }
}
