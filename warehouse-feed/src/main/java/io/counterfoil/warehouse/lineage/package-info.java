/** By which names an event can be found: ids and numbers of the documents that it speaks of. */
package io.counterfoil.warehouse.lineage;
