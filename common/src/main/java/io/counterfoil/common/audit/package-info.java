/** Who changed what, when, why, from where, from what to what: appended in the transaction of each change. */
package io.counterfoil.common.audit;
