package io.counterfoil.common.event;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the broker lets into a queue, as it is declared with the queue: {@code cloudEvents_type IN ('…', '…')}, the types that its
 * consumer handles, so that what nobody there wants is neither kept nor sent. Without a filter everything comes.
 */
final class QueueFilter {

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private QueueFilter() {}

    /** Refuses a queue that keeps back what its consumer wants: an event that never comes is missed by nobody. */
    static void requireAll(String queue, CharSequence declared, Collection<String> wanted) {
        if (declared == null || declared.isEmpty()) {
            return;
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeIf(type -> !isOf(queue, type));
        missing.removeAll(letIn(declared));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the broker's queue '" + queue + "' keeps back " + missing + ": declare its filter anew");
        }
    }

    /** Whether the type is one of the context whose events the queue {@code consumer.context-events} holds. */
    private static boolean isOf(String queue, String type) {
        String context = queue.substring(queue.indexOf('.') + 1, queue.lastIndexOf('-'));
        return type.equals(EventHandler.EVERY_TYPE) || type.startsWith("io.counterfoil." + context + ".");
    }

    private static Set<String> letIn(CharSequence declared) {
        Set<String> types = new TreeSet<>();
        for (Matcher quoted = QUOTED.matcher(declared); quoted.find(); ) {
            types.add(quoted.group(1));
        }
        return types;
    }
}
