/**
 * Credit of a customer: granted, left by a correction, or bought beforehand. Invoices draw on it when they are issued. It
 * knows nothing of invoices but their ids; who grants, and what granted credit pays at once, is in {@code creditgrant}.
 */
package io.counterfoil.billing.customercredit;
