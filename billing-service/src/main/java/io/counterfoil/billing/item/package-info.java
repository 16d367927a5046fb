/** What goes on the next invoice, whoever made it: a subscription's period, a change, usage. */
package io.counterfoil.billing.item;
