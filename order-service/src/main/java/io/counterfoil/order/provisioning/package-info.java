/** What must be set up at the product platform before an order is accepted, so that billing does not begin with what is not there. */
package io.counterfoil.order.provisioning;
