/** Rates of exchange for the tax in the currency of the country that gets it; published, with their source. */
package io.counterfoil.billing.exchange;
