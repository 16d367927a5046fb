/**
 * The payment gateway twin, in Stripe's shape: payment intents and a balance to read, and signed webhook events, sent again
 * until they are taken. Customers pay through the control door, because people do not pay by API.
 */
package io.counterfoil.suite.twin.gateway;
