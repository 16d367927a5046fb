/**
 * Steps: work that must ask other systems. Claimed in one transaction, done outside of any, recorded in another; repeated
 * with backoff, taken over from workers that died.
 */
package io.counterfoil.common.step;
