package io.counterfoil.billing.policy;

import java.util.UUID;
import java.util.stream.Stream;

/**
 * For what a policy is asked.
 *
 * @param contractId null where no contract is concerned
 * @param chargeKey see {@link #chargeKey}; null where no charge is concerned
 */
public record Scope(String legalEntityId, UUID contractId, String chargeKey) {

    /** How narrowly a value was published. */
    public enum Level {
        LEGAL_ENTITY,
        CONTRACT,
        CHARGE
    }

    /** One published place. */
    record Place(Level level, String key) {}

    public static Scope of(String legalEntityId) {
        return new Scope(legalEntityId, null, null);
    }

    public static Scope of(String legalEntityId, UUID contractId) {
        return new Scope(legalEntityId, contractId, null);
    }

    /** A charge of a plan, whatever its version. */
    public static String chargeKey(String planId, String chargeId) {
        return planId + ":" + chargeId;
    }

    /** Where a value may be found, the narrowest first. */
    Stream<Place> places() {
        return Stream.of(
                        chargeKey == null ? null : new Place(Level.CHARGE, chargeKey),
                        contractId == null ? null : new Place(Level.CONTRACT, contractId.toString()),
                        legalEntityId == null ? null : new Place(Level.LEGAL_ENTITY, legalEntityId))
                .filter(place -> place != null);
    }
}
