/**
 * Documents as they were issued: canonical bytes with their SHA-256, kept in the transaction of the issue, never changed, and
 * verified whenever they are read.
 */
package io.counterfoil.billing.archive;
