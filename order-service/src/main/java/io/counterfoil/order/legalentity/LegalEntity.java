package io.counterfoil.order.legalentity;

import java.time.ZoneId;

/** A legal entity as order-service needs it: who it is, in what it keeps its books, and in which zone its days begin. */
public record LegalEntity(String legalEntityId, String name, String functionalCurrency, ZoneId timeZone) {}
