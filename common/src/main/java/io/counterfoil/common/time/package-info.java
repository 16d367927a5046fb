/** Time: the business clock that a day's work depends on, the machine's clock, and what falls due by either. */
package io.counterfoil.common.time;
