/**
 * What documents of several kinds have in common: seller, subtotals of tax, and what of an earlier document one takes back.
 */
package io.counterfoil.billing.document;
