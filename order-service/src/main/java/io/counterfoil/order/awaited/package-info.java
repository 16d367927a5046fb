/** Which customers held orders wait for, and how the orders go on by themselves when one of those changes. */
package io.counterfoil.order.awaited;
