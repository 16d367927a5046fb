package io.counterfoil.ledger.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What a legal entity has chosen of an accounting policy, as it travels.
 *
 * @param version 0 while nobody has chosen and the first of the values holds
 */
public record AccountingPolicyJson(
        String legalEntityId, String name, List<String> values, String value, LocalDate validFrom, long version) {

    /** Its own page of all policies. */
    public record All(List<AccountingPolicyJson> items) {}

    /** What is chosen, and from which day on. */
    public record Request(@NotNull @Size(min = 1, max = 40) String value, @NotNull LocalDate validFrom) {}
}
