/**
 * The warehouse: it owns the history of events, what follows from it as facts, the stories of business transactions, and the
 * proof that all sides agree. It owns no document and changes none.
 *
 * <p>{@code feed} keeps every event once, with its original bytes, and gives the archive out again for catch-up and replay.
 * What else is loaded follows the archive, stretch by stretch, in the same transaction: {@code lineage} (by which names an event
 * can be found) and {@code fact} (bookings, billings, cash, reversals, revenue, journal). {@code timeline} tells what happened in a
 * business transaction and what is missing. {@code reconciliation} compares billing, receivables, ledger and warehouse at one
 * position of billing's history.
 *
 * <p>There is no model here: rows are made of rows, by SQL, in sets. The tables and the views they are filled from are in
 * {@code db/migration}.
 */
package io.counterfoil.warehouse;
