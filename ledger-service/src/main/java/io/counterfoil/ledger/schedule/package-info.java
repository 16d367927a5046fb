/**
 * Revenue schedules: how a line is earned over its period. A schedule is never changed; what bends its curve is added to
 * it.
 */
package io.counterfoil.ledger.schedule;
