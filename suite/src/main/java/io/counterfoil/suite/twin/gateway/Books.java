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
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, Refund> refundsByKey = new LinkedHashMap<>();
    private final Map<String, Dispute> disputes = new LinkedHashMap<>();
    private final Map<String, Charged> charges = new LinkedHashMap<>();
    private final Map<String, Terms> termsOf = new LinkedHashMap<>();
    private Terms terms = Terms.FREE;

    /** Takes a payment, or the attempt of one. */
    synchronized Event take(PaymentRequest request) {
        Amount amount = new Amount(request.amountMinor(), request.currency());
        String customer = customer(request.customerReference());
        PaymentIntent intent =
                PaymentIntent.of(request, amount, customer, Instant.now().getEpochSecond());
        Event event = Event.about(intent);
        intents.put(intent.id(), intent);
        termsOf.put(intent.id(), terms);
        events.put(event.id(), event);
        return event;
    }

    /**
     * What came of a call that takes money.
     *
     * @param first false when its key was there before
     */
    record Taken(PaymentIntent intent, Event event, boolean first) {}

    /** Takes money by a stored method; the same key takes it once, and must ask for the same. */
    synchronized Taken charge(String key, PaymentIntent.Asked asked, String decline) {
        Charged before = key == null ? null : charges.get(key);
        if (before != null && !before.asked().equals(asked)) {
            throw new StripeError(
                    400,
                    "idempotency_key_in_use",
                    "Keys for idempotent requests can only be used with the same parameters.",
                    null);
        }
        if (before != null) {
            return new Taken(intent(before.intentId()), null, false);
        }
        PaymentIntent intent = PaymentIntent.of(asked, decline, Instant.now().getEpochSecond());
        intents.put(intent.id(), intent);
        termsOf.put(intent.id(), terms);
        if (key != null) {
            charges.put(key, new Charged(asked, intent.id()));
        }
        return new Taken(intent, keep(Event.about(intent)), true);
    }

    private record Charged(PaymentIntent.Asked asked, String intentId) {}

    /** From now on payments are taken on these terms. */
    synchronized void offer(Terms next) {
        terms = next;
    }

    synchronized Map<String, Object> balanceTransaction(PaymentIntent intent) {
        return termsOf.getOrDefault(intent.id(), Terms.FREE).balanceTransaction(intent);
    }

    /** Pays a part of a payment back; the same key pays it once. */
    synchronized Refund refund(String intentId, long amount, String key, Map<String, String> metadata) {
        if (key != null && refundsByKey.containsKey(key)) {
            return refundsByKey.get(key);
        }
        PaymentIntent intent = intent(intentId);
        if (amount < 1 || amount > intent.amountReceived() - givenBack(intent)) {
            throw new StripeError(
                    400, "charge_already_refunded", "Refund amount is greater than unrefunded amount.", "amount");
        }
        Refund refund = Refund.of(intent, amount, metadata, Instant.now().getEpochSecond());
        refunds.put(refund.id(), refund);
        if (key != null) {
            refundsByKey.put(key, refund);
        }
        return refund;
    }

    /** The refunds of a payment, newest first. */
    synchronized List<Refund> refunds(String intentId) {
        List<Refund> found = new ArrayList<>(refunds.values().stream()
                .filter(refund -> intentId == null || refund.paymentIntent().equals(intentId))
                .toList());
        Collections.reverse(found);
        return found;
    }

    /** What is told when a charge was given back, in whole or in part. */
    synchronized Event refunded(Refund refund) {
        PaymentIntent intent = intent(refund.paymentIntent());
        return keep(Event.of(
                "charge.refunded",
                Refund.charge(intent, givenBack(intent)),
                Instant.now().getEpochSecond()));
    }

    /** The payer takes a payment back. */
    synchronized Dispute dispute(String intentId, long amount, String reason) {
        PaymentIntent intent = intent(intentId);
        Dispute dispute = Dispute.of(
                intent,
                amount < 1 ? intent.amountReceived() : amount,
                reason,
                Instant.now().getEpochSecond());
        disputes.put(dispute.id(), dispute);
        return dispute;
    }

    /** The banks decide. */
    synchronized Dispute decide(String disputeId, boolean won) {
        Dispute dispute = disputes.get(disputeId);
        if (dispute == null) {
            throw StripeError.missing("dispute", disputeId);
        }
        Dispute decided = dispute.decided(won);
        disputes.put(disputeId, decided);
        return decided;
    }

    synchronized Event told(String type, Dispute dispute) {
        return keep(Event.of(type, dispute, Instant.now().getEpochSecond()));
    }

    private Event keep(Event event) {
        events.put(event.id(), event);
        return event;
    }

    synchronized long givenBack(PaymentIntent intent) {
        return refunds.values().stream()
                .filter(refund -> refund.paymentIntent().equals(intent.id()))
                .mapToLong(Refund::amount)
                .sum();
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
        refunds.values().forEach(refund -> sums.merge(refund.currency(), -refund.amount(), Long::sum));
        disputes.values().stream()
                .filter(dispute -> !dispute.status().equals("won"))
                .forEach(dispute -> sums.merge(dispute.currency(), -dispute.amount(), Long::sum));
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
