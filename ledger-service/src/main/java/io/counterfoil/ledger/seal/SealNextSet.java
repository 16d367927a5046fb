package io.counterfoil.ledger.seal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds the entries that nobody can be before any more to the chains of their legal entities. */
@UseCase
class SealNextSet {

    static final int SET = 2_000;

    private final Seals seals;
    private final BusinessClock clock;

    @Inject
    SealNextSet(Seals seals, BusinessClock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** False when nothing was left, or another replica is at it. */
    boolean handle() {
        if (!seals.lock()) {
            return false;
        }
        List<Seals.Unsealed> next = seals.next(SET);
        if (next.isEmpty()) {
            return false;
        }
        Map<String, Seals.Head> heads = seals.heads();
        List<Object[]> links = new ArrayList<>(next.size());
        for (Seals.Unsealed entry : next) {
            Seals.Head before = heads.getOrDefault(entry.legalEntityId(), new Seals.Head(0, Link.BEGINNING));
            Seals.Head link = new Seals.Head(before.number() + 1, Link.hash(before.hash(), entry.content()));
            heads.put(entry.legalEntityId(), link);
            links.add(new Object[] {entry.legalEntityId(), link.number(), entry.entryId(), link.hash(), null});
        }
        seals.add(links, next.get(next.size() - 1), clock.now());
        return next.size() == SET;
    }
}
