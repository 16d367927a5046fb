/**
 * Events: a fact leaves by the outbox and enters by the inbox, each in the transaction of the change, so that every effect
 * happens once. What can't be taken is parked, and its followers of the same subject behind it.
 */
package io.counterfoil.common.event;
