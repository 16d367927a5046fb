/** What order-service asks of billing-service: previews, changes of subscriptions, credit memos, refunds. */
package io.counterfoil.order.billing;
