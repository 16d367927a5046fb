package io.counterfoil.order.callback;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.webhook.WebhookEndpoint;
import io.counterfoil.order.journey.ProcessKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Callbacks on the wire. */
public final class CallbackJson {

    private static final Set<String> KNOWN = Arrays.stream(ProcessKind.values())
            .map(kind -> written(kind.name()))
            .collect(Collectors.toUnmodifiableSet());

    private CallbackJson() {}

    /** What is sent; all processes where none is named. */
    public record Terms(String url, String secret, List<String> processes, Boolean enabled) {

        void check() {
            if (url == null || url.isBlank()) {
                throw new Invalid("/url", "is required");
            }
            if (secret == null) {
                throw new Invalid("/secret", "is required");
            }
            if (processes != null && (processes.isEmpty() || !KNOWN.containsAll(processes))) {
                throw new Invalid(
                        "/processes",
                        "must be some of " + KNOWN.stream().sorted().toList());
            }
        }
    }

    /** A callback as it is, without its secret. */
    public record View(String name, String url, List<String> processes, boolean enabled, long version) {

        static View of(Callback one, WebhookEndpoint endpoint) {
            return new View(one.name(), endpoint.url(), one.processes(), endpoint.enabled(), endpoint.version());
        }
    }

    /** What is told: the state that was reached, and from which. */
    public record StateChanged(
            String process,
            UUID id,
            int number,
            String from,
            String state,
            String cause,
            Instant enteredAt,
            String correlationId) {}

    static String written(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
