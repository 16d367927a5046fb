package io.counterfoil.billing.customercredit;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The credits, as invoices draw on them and others grant them; all in the caller's transaction. */
@Dependent
public class CustomerCredits {

    private final CreditRows rows;
    private final Outbox outbox;

    @Inject
    CustomerCredits(CreditRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    /**
     * Draws for a set of invoices that are being issued, by few statements for all: each demand gets what is left for it, in
     * the order of the demands. What a demand does not find it does not get.
     */
    public List<CreditUse> draw(List<CreditDemand> demands, LocalDate day, Instant at) {
        Map<UUID, Credit> usable = usable(demands, day);
        Map<UUID, Money> leaving = usable.isEmpty() ? Map.of() : rows.beingPaidOut(usable.keySet());
        Set<UUID> touched = new HashSet<>();
        List<CreditUse> uses = new ArrayList<>();
        for (CreditDemand demand : demands) {
            Money wanted = demand.wanted();
            for (Credit credit : List.copyOf(usable.values())) {
                Money free = free(credit, leaving);
                if (wanted.isPositive() && free.isPositive() && serves(credit, demand)) {
                    Money part = wanted.min(free);
                    uses.add(use(credit, demand.invoiceId(), part, true, day, at));
                    usable.put(credit.creditId(), credit.use(part));
                    touched.add(credit.creditId());
                    wanted = wanted.minus(part);
                }
            }
        }
        rows.move(touched.stream().map(usable::get).toList());
        rows.use(uses);
        return uses;
    }

    /** Whether one of these customers has credit of any kind; most have none. */
    public boolean isHeldByAny(Collection<UUID> customers) {
        return rows.isHeldByAny(customers);
    }

    /** A credit pays a part of an invoice that was issued before. */
    public CreditUse use(Credit credit, UUID invoiceId, Money part, LocalDate day, Instant at) {
        CreditUse use = use(credit, invoiceId, part, false, day, at);
        rows.move(List.of(credit.use(part)));
        rows.use(List.of(use));
        return use;
    }

    /** A voided invoice gives back what it drew. */
    public List<CreditUse> giveBack(UUID invoiceId, LocalDate day, Instant at) {
        List<CreditUse> back = new ArrayList<>();
        for (CreditUse used : rows.usedBy(invoiceId)) {
            Credit credit = rows.byId(used.creditId(), true).orElseThrow();
            back.add(use(credit, invoiceId, used.amount().negated(), false, day, at));
            rows.move(List.of(credit.use(used.amount().negated())));
        }
        rows.use(back);
        return back;
    }

    /** Keeps a new credit; a granted one is told. */
    public void add(Credit credit, Map<String, String> policyVersions) {
        rows.add(credit);
        if (credit.state() == Credit.State.GRANTED) {
            outbox.publish(CreditFacts.granted(credit, policyVersions));
        }
    }

    /** Writes a credit that a second person approved or refused; a granted one is told. */
    public void decided(Credit credit, Map<String, String> policyVersions) {
        rows.move(List.of(credit));
        if (credit.state() == Credit.State.GRANTED) {
            outbox.publish(CreditFacts.granted(credit, policyVersions));
        }
    }

    /** A part of a credit was paid to the customer; the refund tells of it. */
    public void payOut(Credit credit, Money part) {
        rows.move(List.of(credit.payOut(part)));
    }

    /** Whether a part of it is on its way to the customer, or was asked for. */
    public boolean isBeingPaidOut(Credit credit) {
        return !rows.beingPaidOut(List.of(credit.creditId())).isEmpty();
    }

    /** A credit counts no longer, because the document that made it does not; that document tells of it. */
    public void cancel(Credit credit) {
        rows.move(List.of(credit.end()));
    }

    /** What is left of a credit ends. */
    public Credit end(Credit credit, CreditExpired.Cause cause, String who, LocalDate day, Instant at) {
        Credit ended = credit.end();
        rows.move(List.of(ended));
        outbox.publish(CreditFacts.expired(credit, cause, who, day, at));
        return ended;
    }

    /** The credits that these invoices or lines made, locked; those that ended are left out. */
    public List<Credit> madeBy(Collection<UUID> sources) {
        return rows.madeBy(sources);
    }

    public Optional<Credit> lock(UUID creditId) {
        return rows.byId(creditId, true);
    }

    public Optional<Credit> byId(UUID creditId) {
        return rows.byId(creditId, false);
    }

    public List<CreditUse> usesOf(Credit credit) {
        return rows.usesOf(credit);
    }

    /** What a legal entity has to end on the day, locked. */
    public List<Credit> expired(String legalEntityId, LocalDate day, int limit) {
        return rows.expired(legalEntityId, day, limit);
    }

    /** The next day on which credit ends, by legal entity. */
    public Map<String, LocalDate> nextExpiry() {
        return rows.nextExpiry();
    }

    public List<Credit> page(CreditFilter filter, UUID after, int limit) {
        return rows.page(filter, after, limit);
    }

    private Map<UUID, Credit> usable(List<CreditDemand> demands, LocalDate day) {
        Collection<UUID> customers =
                demands.stream().map(CreditDemand::customerId).collect(Collectors.toSet());
        Map<UUID, Credit> found = new LinkedHashMap<>();
        if (!customers.isEmpty()) {
            rows.usable(customers, day).forEach(credit -> found.put(credit.creditId(), credit));
        }
        return found;
    }

    private static Money free(Credit credit, Map<UUID, Money> leaving) {
        Money out = leaving.get(credit.creditId());
        return out == null ? credit.remaining() : credit.remaining().minus(out);
    }

    private static boolean serves(Credit credit, CreditDemand demand) {
        return credit.remaining().isPositive()
                && credit.kind() == demand.kind()
                && credit.customerId().equals(demand.customerId())
                && credit.legalEntityId().equals(demand.legalEntityId())
                && credit.currency().equals(demand.wanted().currency());
    }

    private static CreditUse use(
            Credit credit, UUID invoiceId, Money part, boolean atIssue, LocalDate day, Instant at) {
        UUID id = EventIds.derived(credit.creditId(), "use " + invoiceId + " " + credit.version());
        return new CreditUse(id, credit.creditId(), credit.kind(), invoiceId, part, atIssue, day, at);
    }
}
