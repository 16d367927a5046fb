package io.counterfoil.customer.merging;

import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.dunning.Dunning;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Who is suspended does not get round it by living on in another customer, and nobody stays so for what is another's. */
@Dependent
class Suspensions {

    private static final String STATE = "state";
    private static final String HELD = "Dunning holds subscriptions of it";

    private final GoldenRecords records;
    private final Dunning dunning;

    @Inject
    Suspensions(GoldenRecords records, Dunning dunning) {
        this.records = records;
        this.dunning = dunning;
    }

    /** Whether dunning has suspended the customer. */
    boolean isByDunning(GoldenRecord customer) {
        return dunning.hasSuspended(customer);
    }

    /**
     * The survivor is suspended as the merged one was: by dunning if that has suspended it, else on the word of who merges.
     *
     * @return the version by which it was suspended on that word; null where it was not
     */
    Long carry(GoldenRecord merged, boolean byDunning, GoldenRecord survivor, Origin origin) {
        if (merged.state() != CustomerState.SUSPENDED || survivor.state() != CustomerState.ACTIVE) {
            return null;
        }
        if (byDunning) {
            dunning.suspend(
                    survivor.customerId(),
                    "Dunning holds subscriptions of " + merged.customerNumber() + ", merged into it");
            return null;
        }
        return records.revise(survivor.in(CustomerState.SUSPENDED), origin).version();
    }

    /** As what the merged one comes back. Where dunning had suspended it, dunning is asked again. */
    static CustomerState restored(Merge merge) {
        return merge.byDunning() ? CustomerState.ACTIVE : merge.state();
    }

    /** Each of the two is suspended by dunning for what is its own alone, and the survivor no longer because of the merge. */
    void part(Merge merge, GoldenRecord together, Origin origin) {
        UUID survivorId = merge.survivorId();
        if (together.state() == CustomerState.SUSPENDED || merge.byDunning()) {
            dunning.suspend(merge.customerId(), HELD);
        }
        if (isSuspendedBy(merge)) {
            records.revise(records.locked(survivorId).in(CustomerState.ACTIVE), origin);
            dunning.suspend(survivorId, HELD);
        }
        dunning.reinstate(survivorId);
    }

    private boolean isSuspendedBy(Merge merge) {
        return merge.suspendedVersion() != null
                && merge.suspendedVersion().equals(records.versionOf(merge.survivorId(), STATE));
    }
}
