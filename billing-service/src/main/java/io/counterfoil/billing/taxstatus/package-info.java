/**
 * Who is not taxed as others are: exempt customers and products, and buyers that account for the tax themselves.
 *
 * <p>All of it is published data with a validity. {@code tax} asks once for a set of documents and gets a
 * {@link io.counterfoil.billing.taxstatus.TaxStatus}.
 */
package io.counterfoil.billing.taxstatus;
