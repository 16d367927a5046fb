/** What two people must want: versions that one proposes and another decides, each from its first day to its last. */
package io.counterfoil.order.revision;
