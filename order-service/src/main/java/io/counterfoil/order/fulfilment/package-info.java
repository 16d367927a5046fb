/**
 * The quote-to-cash process: from a won deal or a direct order to the posted invoice and the CRM that knows it. The state
 * chart is told by {@link io.counterfoil.order.fulfilment.QuoteToCash}.
 */
package io.counterfoil.order.fulfilment;
