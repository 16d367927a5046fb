/**
 * The payment gateway: its messages are verified, kept byte for byte, answered, and then mapped to our words. Only here are
 * its ids, units and API versions known.
 */
package io.counterfoil.billing.stripe;
