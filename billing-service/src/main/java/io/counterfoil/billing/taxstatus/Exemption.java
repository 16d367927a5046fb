package io.counterfoil.billing.taxstatus;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A customer or product that is not taxed in a jurisdiction: one version, with its validity.
 *
 * @param certificate what the customer has shown; null for a product
 */
public record Exemption(
        Subject subject,
        String jurisdiction,
        int version,
        String reasonCode,
        String reason,
        String certificate,
        LocalDate validFrom,
        LocalDate validTo) {

    /** What kind of thing is exempt. */
    public enum Kind {
        CUSTOMER,
        PRODUCT
    }

    /** Who or what is exempt. */
    public record Subject(Kind kind, String id) {}

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean saysTheSameAs(Exemption other) {
        return Objects.equals(this, other.withVersion(version));
    }

    Exemption withVersion(int number) {
        return new Exemption(subject, jurisdiction, number, reasonCode, reason, certificate, validFrom, validTo);
    }

    /** Where the answer came from, with its version. */
    public String source() {
        String what = subject.kind() == Kind.CUSTOMER ? "certificate " + certificate : "product " + subject.id();
        return "exemption, " + what + ", " + jurisdiction + " version " + version;
    }
}
