/**
 * The ledger: what happened in billing, as balanced journal entries that are never edited.
 *
 * <p>Facts of billing come in by {@link io.counterfoil.ledger.BillingEventsConsumer}. The same fact is taken by three
 * capabilities in one transaction: {@code journal} posts it by rule, {@code receivable} keeps the sub-ledger of open
 * items and cash, {@code revenue} makes the schedule by which it is earned. At each month end {@code revenue} moves what
 * was earned from deferred revenue to revenue.
 *
 * <p>What it must know beforehand comes by API: {@code entity} (legal entities), {@code account} (chart of accounts),
 * {@code postingrule} (which event gives which accounts). {@code period} says into which date something may be posted.
 * {@code balance} and {@code reconciliation} only read. The database asserts once more what the code promises.
 */
package io.counterfoil.ledger;
