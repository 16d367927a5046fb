/** By what the world knows a customer: ids in other systems and tax registrations, each held by one customer only. */
package io.counterfoil.customer.reference;
