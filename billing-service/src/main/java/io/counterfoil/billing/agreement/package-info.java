/** Agreements: who pays whom, in which currency, on which terms. Each bill is the bill of one of them. */
package io.counterfoil.billing.agreement;
