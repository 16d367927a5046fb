/**
 * Money that goes back to the customer: out of a payment, of what a credit memo owes, or of customer credit. Asked for,
 * approved (above a limit by a second person), paid by the gateway or by hand, and only then booked.
 */
package io.counterfoil.billing.refund;
