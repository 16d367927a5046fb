package io.counterfoil.billing.tax;

import java.util.Optional;

/** The categories of EN 16931 (UNCL 5305) that are sold in. */
public enum TaxCategory {
    /** Standard or reduced rate. */
    S(null, null),
    /** Taxable at zero. */
    Z(null, null),
    /** Exempt; the table says why. */
    E(null, null),
    /** Reverse charge: the buyer accounts for the tax. */
    AE("VATEX-EU-AE", "Reverse charge"),
    /** Outside the scope of the tax. */
    O("VATEX-EU-O", "Not subject to tax");

    private final String reasonCode;
    private final String reason;

    TaxCategory(String reasonCode, String reason) {
        this.reasonCode = reasonCode;
        this.reason = reason;
    }

    /** True where nothing can be issued without a row of the table: a rate, or the reason of an exemption. */
    boolean needsRow() {
        return this == S || this == E;
    }

    /** Must an invoice say why no tax is charged? */
    boolean needsReason() {
        return this == E || this == AE || this == O;
    }

    /** What applies where the table has no row: nothing is charged, for the reason that the category itself is. */
    Optional<ApplicableRate> withoutRow(String jurisdiction) {
        return needsRow()
                ? Optional.empty()
                : Optional.of(
                        new ApplicableRate(jurisdiction, this, Rate.ZERO, reasonCode, reason, "category " + this));
    }
}
