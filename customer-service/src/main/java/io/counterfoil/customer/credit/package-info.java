/** How much a customer may owe us: its limit, what it owes and has ordered, whether it may have more, and dunning. */
package io.counterfoil.customer.credit;
