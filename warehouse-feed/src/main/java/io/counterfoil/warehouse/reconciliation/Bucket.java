package io.counterfoil.warehouse.reconciliation;

/** What is added up together: the documents of one kind, legal entity and currency. */
record Bucket(String kind, String legalEntity, String currency) {}
