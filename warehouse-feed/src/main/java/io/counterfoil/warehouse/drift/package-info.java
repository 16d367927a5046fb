/** Drift: a document about which two sides disagree, from when it is first seen until it is seen no more; kept for ever. */
package io.counterfoil.warehouse.drift;
