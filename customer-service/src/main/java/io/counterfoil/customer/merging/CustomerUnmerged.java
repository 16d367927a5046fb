package io.counterfoil.customer.merging;

import io.counterfoil.common.event.Fact;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.List;
import java.util.UUID;

/**
 * A merge was wrong: the customer is one of its own again.
 *
 * @param references those that moved
 */
public record CustomerUnmerged(
        UUID mergeId,
        UUID customerId,
        String customerNumber,
        UUID survivorId,
        String survivorNumber,
        List<ExternalReference> references,
        String reason)
        implements Fact {

    public static final String TYPE = "io.counterfoil.customer.customer.unmerged.v1";

    static CustomerUnmerged of(Merge merge, GoldenRecord one, GoldenRecord survivor, String reason) {
        return new CustomerUnmerged(
                merge.mergeId(),
                one.customerId(),
                one.customerNumber(),
                survivor.customerId(),
                survivor.customerNumber(),
                merge.references(),
                reason);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return customerId.toString();
    }

    @Override
    public String partitionKey() {
        return subject();
    }
}
