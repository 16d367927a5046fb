package io.counterfoil.order.catalogue;

import io.counterfoil.order.pricing.UnitPrice;

/** What one unit costs on its own, in one currency. */
record StandalonePrice(String currency, UnitPrice unitPrice) {}
