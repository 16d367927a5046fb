/** The exceptions and the audit trails of all services in one place; whoever acts here acts there, under the own name. */
package io.counterfoil.warehouse.workbench;
