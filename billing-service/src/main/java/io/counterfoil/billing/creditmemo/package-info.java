/**
 * Credit memos: documents that take back a part of an invoice, by line or by amount, never more than is left of it. Above
 * a limit a second person approves; numbers are their own series; what a memo owes settles its invoice, becomes customer
 * credit, is refunded, or was settled outside.
 */
package io.counterfoil.billing.creditmemo;
