/** Whom many outside accounts mean, before any of them is taken: matched in bulk, with a report. */
package io.counterfoil.customer.matchrun;
