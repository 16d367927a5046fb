/**
 * From quantity, price and period to an exact amount: prices, tiers, proration, discounts, commitments. Pure; nothing is
 * rounded before the end.
 */
package io.counterfoil.billing.rating;
