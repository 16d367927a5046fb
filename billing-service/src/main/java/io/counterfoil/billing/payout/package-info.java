/** What a gateway pays out of the money that it holds for a legal entity to that entity's bank. */
package io.counterfoil.billing.payout;
