/** One account as a whole, composed of what the services say of it, with the fields that each audience may see. */
package io.counterfoil.warehouse.view;
