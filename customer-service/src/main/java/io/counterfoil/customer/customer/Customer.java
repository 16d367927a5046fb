package io.counterfoil.customer.customer;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.customer.matching.Likeness;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A company that buys from us, or may.
 *
 * <p>Its life: somebody hears of it (PROSPECT) or it has bought at once (ACTIVE). It may be SUSPENDED and reinstated as
 * often as needed, and ends CLOSED, after which nothing about it changes any more. Two records of one company become one:
 * the one is MERGED into the other, until somebody sees that they were two after all. Whoever says something about it,
 * the record becomes a new version; the old one stays in the history.
 */
@Entity
@Table(name = "customer")
class Customer {

    @Id
    private UUID id;

    @Column(name = "customer_number")
    private String customerNumber;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private CustomerState state;

    @Column(name = "legal_name")
    private String legalName;

    @Column(name = "trading_name")
    private String tradingName;

    private String line1;
    private String line2;
    private String city;
    private String region;

    @Column(name = "postal_code")
    private String postalCode;

    private String country;
    private String email;
    private String website;
    private String currency;

    @Column(name = "payment_terms_days")
    private int paymentTermsDays;

    private String segment;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    @Column(name = "sales_region")
    private String salesRegion;

    @Convert(converter = SitesColumn.class)
    private List<Site> addresses;

    @Convert(converter = ContactsColumn.class)
    private List<Contact> contacts;

    @Column(name = "lives_on_in")
    private String livesOnIn;

    @Column(name = "name_key")
    private String nameKey;

    private String domain;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** For JPA. */
    protected Customer() {}

    /** A customer whom we hear of now. */
    Customer(GoldenRecord first, Instant now) {
        this.id = first.customerId();
        this.customerNumber = first.customerNumber();
        this.state = first.state();
        this.createdAt = now;
        say(first.attributes(), now);
    }

    /** Becomes what the record says, from now on. Refuses what its state does not allow. */
    void become(GoldenRecord wanted, Instant now) {
        boolean parts = state == CustomerState.MERGED && wanted.state() != CustomerState.MERGED;
        if (state.isFinal() && !parts) {
            throw new IllegalMove("customer " + customerNumber, state, "change", state.legalMoves());
        }
        if (wanted.state() != state && wanted.state() != CustomerState.MERGED && !parts) {
            state.requireMoveTo(wanted.state(), customerNumber);
        }
        state = wanted.state();
        livesOnIn = wanted.mergedInto() == null ? null : wanted.mergedInto().toString();
        say(wanted.attributes(), now);
    }

    private void say(Attributes attributes, Instant now) {
        legalName = attributes.legalName();
        tradingName = attributes.tradingName();
        locate(attributes.billingAddress());
        email = attributes.email();
        website = attributes.website();
        currency = attributes.currency();
        paymentTermsDays = attributes.paymentTermsDays();
        segment = attributes.segment();
        legalEntityId = attributes.legalEntityId();
        salesRegion = attributes.region();
        addresses = attributes.addresses();
        contacts = attributes.contacts();
        Likeness likeness = attributes.likeness();
        nameKey = likeness.nameKey();
        domain = likeness.domain();
        changedAt = after(changedAt, now);
    }

    /** Each version is later than the one before, also within one tick of the clock. */
    private static Instant after(Instant before, Instant now) {
        return before == null || now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    private void locate(Address address) {
        line1 = address == null ? null : address.line1();
        line2 = address == null ? null : address.line2();
        city = address == null ? null : address.city();
        region = address == null ? null : address.region();
        postalCode = address == null ? null : address.postalCode();
        country = address == null ? null : address.country();
    }

    Instant changedAt() {
        return changedAt;
    }

    UUID id() {
        return id;
    }

    String customerNumber() {
        return customerNumber;
    }

    long version() {
        return version;
    }

    UUID mergedInto() {
        return livesOnIn == null ? null : UUID.fromString(livesOnIn);
    }

    CustomerState state() {
        return state;
    }

    /** What it says itself; its tax registrations are kept beside it. */
    Attributes attributes() {
        Address address = country == null ? null : new Address(line1, line2, city, region, postalCode, country);
        return new Attributes(
                legalName,
                tradingName,
                null,
                address,
                addresses,
                contacts,
                email,
                website,
                legalEntityId,
                currency,
                paymentTermsDays,
                segment,
                salesRegion);
    }
}
