package io.counterfoil.order.pricebook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;

/** For whom a book speaks, and when; null stands for all. */
@Embeddable
class BookScope {
    /** For all, at any time. */
    static final BookScope ALL = new BookScope();

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    private String region;

    private String segment;

    private String channel;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected BookScope() {}

    BookScope(PriceScope whom, LocalDate validFrom, LocalDate validTo) {
        legalEntityId = whom.legalEntityId();
        region = whom.region();
        segment = whom.segment();
        channel = whom.channel();
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    PriceScope whom() {
        return new PriceScope(legalEntityId, region, segment, channel);
    }

    LocalDate validFrom() {
        return validFrom;
    }

    /** The first day on which it speaks no more. */
    LocalDate validTo() {
        return validTo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BookScope that
                && whom().equals(that.whom())
                && Objects.equals(validFrom, that.validFrom)
                && Objects.equals(validTo, that.validTo);
    }

    @Override
    public int hashCode() {
        return Objects.hash(whom(), validFrom, validTo);
    }
}
