/** Plans: what is charged, when and at which price, in versions that are checked as a whole before they hold. */
package io.counterfoil.billing.plan;
