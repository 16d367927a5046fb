package io.counterfoil.ledger.revenue;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What was never invoiced here can't be reversed; its invoice may still be on the way. */
public final class UnknownInvoiceLine extends Refusal {
    private final Set<UUID> lineIds;

    UnknownInvoiceLine(Collection<UUID> lineIds) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "No invoice with these lines was posted: " + lineIds,
                "It is tried again by itself as soon as their invoice is posted.");
        this.lineIds = Set.copyOf(lineIds);
    }

    /** The lines that are awaited. */
    public Set<UUID> lineIds() {
        return lineIds;
    }
}
