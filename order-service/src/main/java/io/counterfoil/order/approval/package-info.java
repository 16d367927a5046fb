/** From which value on a quote needs two people, and who they may be. */
package io.counterfoil.order.approval;
