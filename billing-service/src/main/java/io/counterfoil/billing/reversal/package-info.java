/**
 * How much of an invoice is taken back, line by line, tax beside net: the arithmetic that credit memos, refunds and disputes
 * share. All parts together are the invoice to the last minor unit, whatever their order and number.
 */
package io.counterfoil.billing.reversal;
