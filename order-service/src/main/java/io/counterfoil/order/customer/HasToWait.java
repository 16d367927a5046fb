package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;
import java.util.UUID;

/** The buyer may not have it now. The order is as it should be: when the buyer's circumstances are others it may go on by itself. */
public abstract class HasToWait extends Refusal {

    private static final int CONFLICT = 409;

    private final UUID customerId;
    private final List<UUID> dependsOn;

    HasToWait(TroubleClass trouble, String reason, String remedy, UUID customerId, List<UUID> dependsOn) {
        super(CONFLICT, trouble, reason, remedy);
        this.customerId = customerId;
        this.dependsOn = List.copyOf(dependsOn);
    }

    /** Who has to wait. */
    public UUID customerId() {
        return customerId;
    }

    /** Those whose state or relationships it comes from: when one of them changes it may be gone. None where it comes from sums. */
    public List<UUID> dependsOn() {
        return dependsOn;
    }
}
