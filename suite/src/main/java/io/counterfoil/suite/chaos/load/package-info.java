/** What is asked of Counterfoil during a run, drawn from a seed, and what must come of it by arithmetic alone. */
package io.counterfoil.suite.chaos.load;
