/**
 * Nothing that the last release promised is broken: the contracts of a service against those of its last release.
 *
 * <p>One idea decides every question. What we take (requests) may only grow: all that was allowed stays allowed. What we
 * send (answers, events) may only say more: nothing comes that was not said before, except further fields, which every
 * reader ignores. {@link io.counterfoil.common.compatibility.Compatibility} is the door.
 */
package io.counterfoil.common.compatibility;
