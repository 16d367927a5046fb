/** From which value on a quote needs two people, who they may be, and what each of them said. */
package io.counterfoil.order.approval;
