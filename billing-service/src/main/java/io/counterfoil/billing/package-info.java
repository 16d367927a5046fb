/**
 * Billing: where money is first computed.
 *
 * <p>It owns subscriptions, invoices and payments. An accepted order becomes subscriptions and charges
 * ({@code subscription}); what falls due is rated ({@code rating}), taxed ({@code tax}), numbered without a gap
 * ({@code numbering}) and issued ({@code invoice}), at once or by the billing run when the business clock gets there
 * ({@code billingrun}). Money that arrives by a gateway ({@code stripe}) is applied to invoices or kept as unapplied cash
 * ({@code payment}). Every change leaves as a fact; the ledger posts from these facts alone. {@code reconciliation} shows
 * the documents as of a position of the event history, so that others can prove that nothing is lost.
 */
package io.counterfoil.billing;
