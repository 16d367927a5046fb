/** The business clock of all services as one: moved step by step, so that what is due on the way happens on its day. */
package io.counterfoil.suite.clock;
