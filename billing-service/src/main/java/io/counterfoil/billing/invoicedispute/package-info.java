/**
 * Disputes of an amount: a customer says that it does not owe all of an invoice.
 *
 * <p>While the dispute is open, dunning of the invoice waits. Accepted, the amount is taken back by a credit memo; rejected,
 * dunning goes on where it was.
 */
package io.counterfoil.billing.invoicedispute;
