package io.counterfoil.customer.merging;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.List;
import java.util.UUID;

/**
 * What was merged, with all that is needed to undo it.
 *
 * @param state the state in which the merged one was
 * @param references those that moved
 * @param attributes what the merged one said
 * @param survivorBefore what the survivor said before
 * @param survivorAfter what it said right after
 */
record Merge(
        UUID mergeId,
        UUID customerId,
        UUID survivorId,
        CustomerState state,
        List<ExternalReference> references,
        JsonNode attributes,
        JsonNode survivorBefore,
        JsonNode survivorAfter) {}
