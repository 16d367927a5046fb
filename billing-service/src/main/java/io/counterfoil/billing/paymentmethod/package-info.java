/** How customers pay without being asked again: the gateway keeps card or mandate, and this the gateway's ids of them. */
package io.counterfoil.billing.paymentmethod;
