package io.counterfoil.billing.legalentity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Billing's copy of a legal entity of the ledger.
 *
 * @param timeZone decides which day it is for the entity
 * @param address null where the ledger has none
 * @param version the ledger's own version; an older one never replaces a newer
 */
public record LegalEntity(
        String legalEntityId,
        String name,
        String country,
        String functionalCurrency,
        ZoneId timeZone,
        String taxRegistration,
        Address address,
        int version) {

    /** A postal address. */
    public record Address(String line1, String line2, String city, String region, String postalCode, String country) {}

    /** The entity's business date at a moment. */
    public LocalDate dateAt(Instant moment) {
        return LocalDate.ofInstant(moment, timeZone);
    }

    /** The moment at which a day begins for the entity. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }
}
