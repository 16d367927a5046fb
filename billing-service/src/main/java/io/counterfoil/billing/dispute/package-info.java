/**
 * Chargebacks: the payer takes money back through his bank. It is gone from that day on; a dispute that is won brings it back,
 * a lost one leaves it away. Whether the invoices are open again meanwhile or revenue is reversed is a policy.
 */
package io.counterfoil.billing.dispute;
