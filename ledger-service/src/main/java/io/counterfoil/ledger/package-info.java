/**
 * The ledger: what happened in billing, as balanced journal entries that are never edited.
 *
 * <p>Facts come in by {@link io.counterfoil.ledger.BillingEventsConsumer} and {@link
 * io.counterfoil.ledger.OrderEventsConsumer}. The same fact is taken by several capabilities in one transaction: {@code
 * posting} makes the entries of {@code journal} by rule, {@code receivable} and {@code subledger} keep what control
 * accounts must show, {@code revenue} makes the schedule by which a line is earned, as {@code obligation} wants it. {@code
 * recognition} moves what was earned from deferred revenue to revenue.
 *
 * <p>What it must know beforehand comes by API: {@code entity}, {@code account}, {@code postingrule}, {@code rate}. {@code
 * period} says into which date something may be posted, and what is in the way of a close. {@code balance}, {@code report},
 * {@code explain}, {@code export} and {@code reconciliation} only read. The database asserts once more what the code
 * promises.
 */
package io.counterfoil.ledger;
