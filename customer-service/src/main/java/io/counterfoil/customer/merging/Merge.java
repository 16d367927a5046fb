package io.counterfoil.customer.merging;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities.Link;
import java.util.List;
import java.util.UUID;

/**
 * What was merged, with all that is needed to undo it.
 *
 * @param state the state in which the merged one was
 * @param byDunning whether dunning had suspended it
 * @param suspendedVersion by which version the survivor was suspended, because the merged one was; null where it was not
 * @param references those that moved
 * @param links what was known of them beside who holds them
 * @param attributes what the merged one said
 * @param survivorBefore what the survivor said before
 * @param survivorAfter what it said right after
 */
record Merge(
        UUID mergeId,
        UUID customerId,
        UUID survivorId,
        CustomerState state,
        boolean byDunning,
        Long suspendedVersion,
        List<ExternalReference> references,
        List<Link> links,
        JsonNode attributes,
        JsonNode survivorBefore,
        JsonNode survivorAfter) {}
