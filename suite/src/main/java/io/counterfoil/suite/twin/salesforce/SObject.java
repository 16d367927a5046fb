package io.counterfoil.suite.twin.salesforce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as it stands at one moment; a change makes a new one, so that readers never see half of it. */
record SObject(ObjectType type, Map<String, Object> values) {

    SObject {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    String id() {
        return (String) values.get("Id");
    }

    Object get(String field) {
        return values.get(field);
    }

    SObject with(Map<String, Object> changed) {
        Map<String, Object> next = new LinkedHashMap<>(values);
        next.putAll(changed);
        return new SObject(type, next);
    }
}
