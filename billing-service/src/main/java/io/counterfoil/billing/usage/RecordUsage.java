package io.counterfoil.billing.usage;

import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.usage.UsageRecords.Kept;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps a chunk of usage records: each once, by (subscription, meter, key). Every record has an answer of its own; one that is wrong
 * does not stop its neighbours. What belongs to a period beyond the look-back is kept, left out of the rating, and parked.
 */
@UseCase
class RecordUsage {

    private final UsageRecords records;
    private final Meters meters;
    private final LateUsage late;
    private final Policies policies;
    private final BusinessClock clock;
    private final AuditTrail trail;

    @Inject
    RecordUsage(
            UsageRecords records,
            Meters meters,
            LateUsage late,
            Policies policies,
            BusinessClock clock,
            AuditTrail trail) {
        this.records = records;
        this.meters = meters;
        this.late = late;
        this.policies = policies;
        this.clock = clock;
        this.trail = trail;
    }

    List<Outcome> handle(List<UsageEntry> entries) {
        Set<UUID> subscriptions = entries.stream()
                .map(UsageEntry::subscriptionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Meter> known = meters.all();
        Map<UUID, Map<String, Metering>> meterings =
                subscriptions.isEmpty() ? Map.of() : records.meterings(subscriptions, known);
        PolicyBook book = policies.book(scopes(meterings));
        Instant now = clock.now();
        Outcome[] outcomes = new Outcome[entries.size()];
        List<Kept> kept = new ArrayList<>(entries.size());
        List<Integer> places = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            UsageEntry entry = entries.get(i);
            Check check = new Check(entry, ofSubscription(meterings, entry), known, book, now);
            outcomes[i] = check.refusal();
            if (outcomes[i] == null) {
                kept.add(check.kept());
                places.add(i);
            }
        }
        store(kept, places, outcomes);
        return List.of(outcomes);
    }

    /** What can't be read may not even name a subscription. */
    private static Map<String, Metering> ofSubscription(Map<UUID, Map<String, Metering>> meterings, UsageEntry entry) {
        return entry.subscriptionId() == null ? null : meterings.get(entry.subscriptionId());
    }

    private static Set<Scope> scopes(Map<UUID, Map<String, Metering>> meterings) {
        return meterings.values().stream()
                .flatMap(ofSubscription -> ofSubscription.values().stream())
                .map(Metering::scope)
                .collect(Collectors.toSet());
    }

    private void store(List<Kept> kept, List<Integer> places, Outcome[] outcomes) {
        Set<Integer> fresh = records.append(kept);
        List<Kept> tooLate = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Kept one = kept.get(i);
            boolean isNew = fresh.contains(i);
            if (isNew && one.parked()) {
                tooLate.add(one);
            }
            outcomes[places.get(i)] = isNew ? stored(one) : repeated(one);
        }
        late.park(tooLate);
        remember(fresh.size());
    }

    /** Who sent how many; the records themselves are never changed. */
    private void remember(int stored) {
        if (stored > 0) {
            trail.keep(new Audited(
                    "usage",
                    Correlation.current().correlationId(),
                    "recorded",
                    Audited.API,
                    null,
                    null,
                    Json.lenient().createObjectNode().put("records", stored)));
        }
    }

    private static Outcome stored(Kept one) {
        return one.parked() ? Outcome.parked(one.entry()) : Outcome.accepted(one.entry());
    }

    private Outcome repeated(Kept one) {
        return records.saysTheSame(one)
                ? Outcome.duplicate(one.entry())
                : Outcome.refused(
                        one.entry(), "usage-key-reused", "The key was used for a record that says something else");
    }

    /** The rules that a single record must keep. */
    private record Check(
            UsageEntry entry,
            Map<String, Metering> ofSubscription,
            Map<String, Meter> known,
            PolicyBook book,
            Instant now) {

        private Outcome refusal() {
            if (entry.wrong() != null) {
                return refused("unreadable-usage", entry.wrong());
            }
            if (!known.containsKey(entry.meterId())) {
                return refused("unknown-meter", "There is no meter " + entry.meterId());
            }
            if (ofSubscription == null) {
                return refused("unknown-subscription", "There is no subscription " + entry.subscriptionId());
            }
            if (metering() == null) {
                return refused("meter-not-subscribed", "No charge of the subscription uses meter " + entry.meterId());
            }
            return quantityRefusal() == null ? dayRefusal() : quantityRefusal();
        }

        private Outcome quantityRefusal() {
            Aggregation aggregation = metering().meter().aggregation();
            boolean counts = aggregation == Aggregation.COUNT || aggregation == Aggregation.UNIQUE;
            if (entry.quantity() == null && !counts) {
                return refused("quantity-missing", "quantity is required for a meter that takes the " + aggregation);
            }
            if (aggregation == Aggregation.UNIQUE && entry.value() == null) {
                return refused("value-missing", "value is required for a meter that counts different values");
            }
            if (entry.quantity() != null && entry.quantity().isNegative() && !aggregation.isCorrectable()) {
                return refused(
                        "negative-quantity", "quantity is below zero; only a sum or a count can be corrected so");
            }
            return null;
        }

        private Outcome dayRefusal() {
            LocalDate day = metering().dayOf(usedAt());
            if (day.isBefore(metering().start())) {
                return refused(
                        "usage-before-start",
                        "The subscription starts on " + metering().start());
            }
            if (metering().end() != null && !day.isBefore(metering().end())) {
                return refused(
                        "usage-after-end",
                        "The subscription ended on " + metering().end());
            }
            return null;
        }

        private Kept kept() {
            LocalDate day = metering().dayOf(usedAt());
            Quantity quantity = entry.quantity() == null ? Quantity.ONE : entry.quantity();
            int back = day.isBefore(metering().billedThrough())
                    ? book.value(PolicyName.USAGE_LOOK_BACK, metering().scope(), day)
                            .number()
                    : 0;
            return new Kept(entry, quantity, usedAt(), day, metering().comesTooLate(day, back));
        }

        private Metering metering() {
            return ofSubscription.get(entry.meterId());
        }

        private Instant usedAt() {
            return entry.usedAt() == null ? now : entry.usedAt();
        }

        private Outcome refused(String code, String reason) {
            return Outcome.refused(entry, code, reason);
        }
    }
}
