/**
 * Dimensions of postings, such as region or cost centre, whose values a legal entity wants listed. What carries a value that is
 * not on the list on its posting date is refused: what people enter at once, what events tell is parked. A dimension without a
 * list takes any value.
 */
package io.counterfoil.ledger.dimension;
