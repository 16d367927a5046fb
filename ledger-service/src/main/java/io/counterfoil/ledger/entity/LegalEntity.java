package io.counterfoil.ledger.entity;

import io.counterfoil.common.http.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A company that keeps books of its own. It is published once, then its name, address and registrations may change;
 * each change is a version that the other services copy. Its functional currency, in which its books are kept, is fixed
 * for its life, and its time zone decides to which day something belongs.
 */
@Entity
@Table(name = "legal_entity")
class LegalEntity {

    @Id
    private String id;

    private String name;
    private String country;

    @Column(name = "functional_currency")
    private String functionalCurrency;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "tax_registration")
    private String taxRegistration;

    private String address;

    @Column(name = "since", updatable = false)
    private LocalDate since;

    @Version
    private long version;

    protected LegalEntity() {}

    LegalEntity(String id, LegalEntityJson.Request told, LocalDate since) {
        this.id = id;
        this.functionalCurrency = told.functionalCurrency();
        this.since = since;
        take(told);
    }

    /** Takes what is told now; says whether anything is other than before. */
    boolean change(LegalEntityJson.Request told) {
        if (!functionalCurrency.equals(told.functionalCurrency())) {
            throw new FunctionalCurrencyFixed(id, functionalCurrency);
        }
        if (told.equals(asTold())) {
            return false;
        }
        take(told);
        return true;
    }

    long version() {
        return version;
    }

    LegalEntityPublished published() {
        LegalEntityJson.Request now = asTold();
        return new LegalEntityPublished(
                id, name, country, functionalCurrency, timeZone, version, now.taxRegistration(), now.address());
    }

    private void take(LegalEntityJson.Request told) {
        name = told.name();
        country = told.country();
        timeZone = told.timeZone();
        taxRegistration = told.taxRegistration() == null ? null : Json.write(told.taxRegistration());
        address = told.address() == null ? null : Json.write(told.address());
    }

    private LegalEntityJson.Request asTold() {
        return new LegalEntityJson.Request(
                name,
                country,
                functionalCurrency,
                timeZone,
                LegalEntityJson.read(taxRegistration, LegalEntityJson.TaxRegistration.class),
                LegalEntityJson.read(address, LegalEntityJson.Address.class));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LegalEntity that && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
