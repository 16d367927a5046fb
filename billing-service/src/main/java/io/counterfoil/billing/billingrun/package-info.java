/**
 * Billing what is due: a run goes over the agreements of a legal entity set by set, an accepted order is billed at once;
 * what can't be billed is held and named.
 */
package io.counterfoil.billing.billingrun;
