/** The golden record: what it says, its states, every version it had, and the doors that change it. */
package io.counterfoil.customer.customer;
