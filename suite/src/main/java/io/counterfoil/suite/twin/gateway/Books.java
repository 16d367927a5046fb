package io.counterfoil.suite.twin.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The gateway's own books: every payment intent, every event, and what it holds for us in each currency. */
final class Books {

    private final Map<String, PaymentIntent> intents = new LinkedHashMap<>();
    private final Map<String, Event> events = new LinkedHashMap<>();

    /** Takes a payment, or the attempt of one. */
    synchronized Event take(PaymentRequest request) {
        Amount amount = new Amount(request.amountMinor(), request.currency());
        String customer = customer(request.customerReference());
        PaymentIntent intent =
                PaymentIntent.of(request, amount, customer, Instant.now().getEpochSecond());
        Event event = Event.about(intent);
        intents.put(intent.id(), intent);
        events.put(event.id(), event);
        return event;
    }

    synchronized PaymentIntent intent(String id) {
        PaymentIntent found = intents.get(id);
        if (found == null) {
            throw StripeError.missing("payment_intent", id);
        }
        return found;
    }

    synchronized Event event(String id) {
        Event found = events.get(id);
        if (found == null) {
            throw StripeError.missing("event", id);
        }
        return found;
    }

    /** Newest first, as the API lists them. */
    synchronized List<PaymentIntent> intents() {
        List<PaymentIntent> newestFirst = new ArrayList<>(intents.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    synchronized List<Event> events() {
        return List.copyOf(events.values());
    }

    /** What was received and not paid out, by currency. */
    synchronized Map<String, Long> balance() {
        Map<String, Long> sums = new TreeMap<>();
        intents.values().forEach(intent -> sums.merge(intent.currency(), intent.amountReceived(), Long::sum));
        return sums;
    }

    /** The same customer has the same id at each payment. */
    private static String customer(String reference) {
        if (reference == null) {
            return null;
        }
        UUID derived = UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
        return "cus_" + derived.toString().replace("-", "").substring(0, 14);
    }
}
