/**
 * Changes of subscriptions: resolved against plans and policies as they are, previewed or recorded, billed or taken back in the
 * same transaction, in effect on their day. Dunning suspends and reinstates through it; a cancelled order ends through it.
 */
package io.counterfoil.billing.amendment;
