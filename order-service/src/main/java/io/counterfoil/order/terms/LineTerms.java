package io.counterfoil.order.terms;

import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;

/**
 * One line as it is asked for.
 *
 * @param code our product id, or the code of the system that it came from
 * @param quantity null when it is no usable number
 * @param unitPrice null when it is no usable number
 */
public record LineTerms(String code, Quantity quantity, UnitPrice unitPrice, String description) {}
