/**
 * Subscriptions: begun by accepted orders, changed by amendments, ended. Each knows what of it was billed through which
 * day.
 */
package io.counterfoil.billing.subscription;
