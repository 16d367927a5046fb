/** Who belongs to whom: parent, bill-to and ship-to of a customer, on any day, without circles. */
package io.counterfoil.customer.hierarchy;
