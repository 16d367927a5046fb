/** Where each value of an order comes from: its channel, the catalogue, a mapping, the golden record, or a rule of ours. */
package io.counterfoil.order.enrichment;
