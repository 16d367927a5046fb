/**
 * Billing's copies of the legal entities that the ledger publishes: for whom it can bill, in which currency and time zone.
 */
package io.counterfoil.billing.legalentity;
