package io.counterfoil.ledger.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Legal entities as they travel. */
public final class LegalEntityJson {

    static final String COUNTRY = "[A-Z]{2}";

    private LegalEntityJson() {}

    /** What may be told of a legal entity. */
    public record Request(
            @NotNull @Size(min = 1, max = 200) String name,
            @NotNull @Pattern(regexp = COUNTRY) String country,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String functionalCurrency,
            @NotNull @Size(min = 1, max = 60) String timeZone,
            @Valid TaxRegistration taxRegistration,
            @Valid Address address) {}

    /** How the tax office knows it. */
    public record TaxRegistration(
            @NotNull @Size(min = 1, max = 30) String scheme,
            @NotNull @Pattern(regexp = COUNTRY) String country,
            @NotNull @Size(min = 1, max = 50) String id) {}

    /** Where it is. */
    public record Address(
            @NotNull @Size(min = 1, max = 200) String line1,
            @Size(max = 200) String line2,
            @NotNull @Size(min = 1, max = 100) String city,
            @Size(max = 100) String region,
            @Size(max = 20) String postalCode,
            @NotNull @Pattern(regexp = COUNTRY) String country) {}

    static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : Json.lenient().readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what was kept of a legal entity can't be read", broken);
        }
    }
}
