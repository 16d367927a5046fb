package io.counterfoil.order.catalogue;

/** Tax categories by the codes of UNTDID 5305. */
public enum TaxCategory {
    /** Standard rate. */
    S,
    /** Zero rated. */
    Z,
    /** Exempt. */
    E,
    /** Reverse charge: the buyer owes the tax and must have a tax registration. */
    AE,
    /** Outside the scope of tax. */
    O
}
