/**
 * Who our customers are: one golden record for each, whatever number of systems know it under whatever ids.
 *
 * <p>Three capabilities. {@code reference}: by what others know a customer (ids in other systems, tax registrations),
 * each held by one customer only. {@code matching}: which customer an outside account means, or that a person has to
 * say. {@code customer}: the golden record itself, its states and its history.
 *
 * <p>Facts leave as {@code customer.created} and {@code customer.updated}; no message comes in. What can't be matched
 * with certainty is refused and parked as an exception for a person, who settles it through the same API.
 */
package io.counterfoil.customer;
