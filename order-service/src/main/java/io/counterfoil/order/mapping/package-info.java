/** What other systems call our products: mappings in versions, each wanted by two people. */
package io.counterfoil.order.mapping;
