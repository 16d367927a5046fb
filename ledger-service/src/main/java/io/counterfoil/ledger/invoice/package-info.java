/**
 * An invoice as billing tells of it, read once for all who take it: the journal, the sub-ledger and the schedules. What a bill
 * as a whole allows or charges is spread over its lines here, so that all of them speak of the same amounts.
 */
package io.counterfoil.ledger.invoice;
