/**
 * Recognition: what schedules have earned by a day moves from deferred revenue to revenue, each month end by itself, in
 * runs that can be stopped and resumed.
 */
package io.counterfoil.ledger.recognition;
