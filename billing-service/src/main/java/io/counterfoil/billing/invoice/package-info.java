/**
 * Invoices: composed of due items, taxed, numbered, issued in sets and never changed again. What settles or voids one is
 * added to it.
 */
package io.counterfoil.billing.invoice;
