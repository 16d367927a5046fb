package io.counterfoil.billing.tax;

/** Who answers for a rate. */
public enum TaxSource {
    /** The built-in table itself. */
    TABLE,
    /** Nobody at the moment: whatever it concerns waits. */
    SUSPENDED
}
