/**
 * What a subscription charges on which days: what was agreed, what was changed since, and, compared with what was billed, what
 * follows. All of it is pure, so that a preview and the change itself say the same.
 */
package io.counterfoil.billing.timeline;
