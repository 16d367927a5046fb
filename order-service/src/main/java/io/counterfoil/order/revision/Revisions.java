package io.counterfoil.order.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How a version comes to hold: one person proposes it, another decides, and the trail keeps both. */
@Dependent
public class Revisions {

    /** Where a day begins last: what holds from today on there holds everywhere at once. */
    private static final ZoneOffset LAST_TO_BEGIN = ZoneOffset.ofHours(-12);

    private final Outbox outbox;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    Revisions(Outbox outbox, AuditTrail audit, BusinessClock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first day from which a version can hold. */
    public LocalDate today() {
        return clock.today(LAST_TO_BEGIN);
    }

    /**
     * The next version of a thing, or the newest where that says the same.
     *
     * @throws ETags.Stale where it was not made from the newest
     */
    public <K, V extends Version<V>> Proposal<V> propose(Shelf<K, V> shelf, K key, Wish<V> wish) {
        shelf.lock(key);
        Optional<V> newest = shelf.newest(key);
        if (newest.isPresent()) {
            V before = newest.get();
            if (wish.isMetBy(before)) {
                return new Proposal<>(before, false, false);
            }
            ETags.require(wish.ifMatch(), before.revision().version());
        }
        int number = newest.map(before -> before.revision().version()).orElse(0) + 1;
        V next = wish.version().apply(proposed(number, wish));
        shelf.propose(next);
        keep(shelf, key, "proposed", null, newest.map(Revisions::shown).orElse(null), shown(next));
        return new Proposal<>(next, newest.isEmpty(), true);
    }

    private Revision proposed(int number, Wish<?> wish) {
        LocalDate from = Objects.requireNonNullElseGet(wish.validFrom(), this::today);
        if (wish.validTo() != null && !wish.validTo().isAfter(from)) {
            throw new Invalid("/validTo", "must be after the first day, " + from);
        }
        return Revision.proposed(
                number, from, wish.validTo(), Correlation.current().actor(), clock.now());
    }

    /**
     * Lets the newest version hold, or not; never by whom it was proposed.
     *
     * @param ifMatch the version that was looked at; null where the caller names none
     */
    public <K, V extends Version<V>> V decide(Shelf<K, V> shelf, K key, boolean approved, String ifMatch) {
        shelf.lock(key);
        V newest = shelf.newest(key).orElseThrow(() -> new NotFound(shelf.kind(), key));
        if (ifMatch != null) {
            ETags.require(ifMatch, newest.revision().version());
        }
        Revision revision = newest.revision()
                .decided(name(shelf, key), approved, Correlation.current().actor(), today(), clock.now());
        V decided = newest.as(revision);
        shelf.decide(decided);
        if (approved) {
            outbox.publish(decided.published());
        }
        keep(
                shelf,
                key,
                revision.state().name().toLowerCase(Locale.ROOT),
                "version " + revision.version(),
                TextNode.valueOf(newest.revision().state().name()),
                TextNode.valueOf(revision.state().name()));
        return decided;
    }

    private void keep(Shelf<?, ?> shelf, Object key, String act, String reason, JsonNode was, JsonNode is) {
        String object = shelf.kind().replace(' ', '-');
        audit.keep(new Audited(object, key.toString(), act, Audited.API, reason, was, is));
    }

    private static String name(Shelf<?, ?> shelf, Object key) {
        String kind = shelf.kind();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + key;
    }

    private static JsonNode shown(Version<?> version) {
        return Json.strict().valueToTree(version.shown());
    }

    /** A thing as one version of it says. */
    public interface Version<V> {

        /** Which version, since when, by whom. */
        Revision revision();

        /** The same, decided. */
        V as(Revision decided);

        /** The fact, once it is approved. */
        Fact published();

        /** As callers see it. */
        Object shown();
    }

    /** Where all versions of all things of a kind are kept. */
    public interface Shelf<K, V extends Version<V>> {

        /** What one thing is called, such as {@code product mapping}. */
        String kind();

        /** Makes others who would change the thing wait until this transaction has ended. */
        void lock(K key);

        /** The newest version, whatever became of it. */
        Optional<V> newest(K key);

        /** Keeps a version; one that nobody decided on yet gives way to it. */
        void propose(V wanted);

        /** Keeps what was decided of a version. */
        void decide(V decided);
    }

    /**
     * What somebody wants of a thing.
     *
     * @param validFrom the first day; null for at once
     * @param validTo the first day on which it holds no more; null for no end
     * @param ifMatch the version that it was made from, {@code *} for whichever
     * @param same whether a version says the same, but for its days
     * @param version makes the version of its revision, or refuses to
     */
    public record Wish<V extends Version<V>>(
            LocalDate validFrom, LocalDate validTo, String ifMatch, Predicate<V> same, Function<Revision, V> version) {

        /** Where no day is named, whatever day it began on will do. */
        private boolean isMetBy(V known) {
            Revision revision = known.revision();
            return revision.stands()
                    && same.test(known)
                    && (validFrom == null || validFrom.equals(revision.validFrom()))
                    && Objects.equals(validTo, revision.validTo());
        }
    }

    /** The newest version, whether it is the first, and whether it was proposed just now. */
    public record Proposal<V>(V newest, boolean created, boolean proposed) {}
}
