package io.counterfoil.suite.twin.salesforce;

import java.time.Instant;

/** One field of one record was set: by whom, when, from what to what. */
public record FieldWrite(
        long sequence,
        String object,
        String recordId,
        String field,
        Object oldValue,
        Object newValue,
        String by,
        Instant at) {}
