/** Who owns what is said about a customer: the matrix as data, what it allows, and what it has turned away. */
package io.counterfoil.customer.ownership;
