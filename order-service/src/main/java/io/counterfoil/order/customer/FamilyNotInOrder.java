package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;
import java.util.UUID;

/** No new business within the buyer's family, or with whom it is billed to, until that changes; then the order goes on by itself. */
public abstract class FamilyNotInOrder extends Refusal {

    private static final int CONFLICT = 409;

    private final List<UUID> dependsOn;

    FamilyNotInOrder(String reason, String remedy, List<UUID> dependsOn) {
        super(CONFLICT, TroubleClass.MASTER_DATA, reason, remedy);
        this.dependsOn = dependsOn;
    }

    /** Those whose state or relationships it comes from: when one of them changes it may be gone. */
    public List<UUID> dependsOn() {
        return dependsOn;
    }
}
