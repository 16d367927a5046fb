/**
 * Who pays for whom: a parent's bills hold what its children use; and the segment by which a customer is dunned.
 *
 * <p>{@link io.counterfoil.billing.payer.Payers} answers for a set of customers at once; who has no profile pays itself.
 */
package io.counterfoil.billing.payer;
