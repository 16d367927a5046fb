/**
 * Who pays for whom: a parent's bills hold what its children use; and the segment by which a customer is dunned.
 *
 * <p>Who has no profile pays itself.
 */
package io.counterfoil.billing.payer;
