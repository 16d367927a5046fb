/**
 * Exceptions of the business: what can't be done is kept whole, with class, owner and remedy, until it is replayed or
 * waived.
 */
package io.counterfoil.common.trouble;
