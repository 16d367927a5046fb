/**
 * Tax: which rate of which jurisdiction applies to whom and why, from the built-in table or an external source. Without an
 * answer nothing is issued.
 */
package io.counterfoil.billing.tax;
