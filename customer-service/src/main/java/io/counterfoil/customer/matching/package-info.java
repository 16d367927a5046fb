/** Which customer an outside account means: one whom we know, nobody yet, or that a person has to say. */
package io.counterfoil.customer.matching;
