package io.counterfoil.billing.tax;

/**
 * How a document's tax is rounded.
 *
 * @param step the smallest amount of tax, in minor units: 1, or 100 where a currency has no coins for its decimals
 * @param perLine each line for itself instead of the subtotal
 */
record TaxRounding(long step, boolean perLine) {

    static final TaxRounding USUAL = new TaxRounding(1, false);
}
