/**
 * Giving up what will not be paid, and what comes nevertheless.
 *
 * <p>A write-off is proposed (by a person, or by dunning), decided by a person above the policy's limit, and then settles
 * what is open on the invoice. Money that comes later recovers it.
 */
package io.counterfoil.billing.writeoff;
