/**
 * Dunning: what happens when an invoice is not paid in time.
 *
 * <p>A policy (of a legal entity, a segment, both or neither) is a list of steps by days overdue: reminders, retries of the
 * payment, suspension, the proposal to write off. An invoice that passes its due date becomes a case; the business clock
 * takes it through the steps, each once, until it is paid. What is suspended is taken up again when it is paid; what is
 * disputed waits.
 */
package io.counterfoil.billing.dunning;
