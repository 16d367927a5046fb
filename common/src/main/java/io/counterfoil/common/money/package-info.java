/** Money: an integer of minor units with its currency. The only place where an amount is rounded. */
package io.counterfoil.common.money;
