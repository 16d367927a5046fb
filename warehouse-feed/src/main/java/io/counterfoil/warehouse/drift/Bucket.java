package io.counterfoil.warehouse.drift;

/** What is added up together: the documents of one kind, legal entity and currency. */
public record Bucket(String kind, String legalEntity, String currency) {}
