package io.counterfoil.billing.tax;

/**
 * How a document's tax is rounded.
 *
 * @param step the smallest amount of tax, in minor units: 1, or 100 where a currency has no coins for its decimals
 * @param perLine each line for itself instead of the subtotal
 * @param taxFirst of an inclusive price the tax is computed and the net is the difference, instead of the other way
 */
record TaxRounding(long step, boolean perLine, boolean taxFirst) {

    static final TaxRounding USUAL = new TaxRounding(1, false, false);
}
