/** The payment gateway, called: what it is asked to take and to pay back, and what it says of it. Only steps call it, never a use case. */
package io.counterfoil.billing.gateway;
