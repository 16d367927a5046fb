/** Collecting invoices by the payment methods that their customers stored: when, how often, and what became of each attempt. */
package io.counterfoil.billing.collection;
