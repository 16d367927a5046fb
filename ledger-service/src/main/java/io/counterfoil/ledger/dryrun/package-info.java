/**
 * Tries a posting rule against what happened before it holds: which entries it would make, and how they differ from those
 * that were posted. Facts are read from the archive; nothing is stored.
 */
package io.counterfoil.ledger.dryrun;
