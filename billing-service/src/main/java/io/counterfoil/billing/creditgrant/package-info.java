/**
 * Who grants credit to a customer, and what it pays at once: the oldest open invoices. Above a limit a second person agrees.
 * An invoice below zero becomes credit here too, and what is not used in time ends.
 */
package io.counterfoil.billing.creditgrant;
