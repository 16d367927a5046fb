package io.counterfoil.suite.twin.salesforce;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of record: its fields, those that must be there, its external ids, its look-ups by relationship name. */
record ObjectType(
        String name,
        String prefix,
        Map<String, FieldType> fields,
        Set<String> required,
        Set<String> externalIds,
        Map<String, Lookup> lookups) {

    /** A reference to another record: the field that holds its id, and the kind of record. */
    record Lookup(String field, String object) {}

    /** Set by the platform, never by a caller. */
    static final Set<String> SYSTEM_FIELDS =
            Set.of("Id", "CreatedDate", "LastModifiedDate", "LastModifiedById", "SystemModstamp", "IsDeleted");

    /** The field's name as the schema spells it: callers may ignore case. */
    String field(String asked) {
        return find(asked).orElseThrow(() -> SalesforceError.noSuchColumn(asked, name));
    }

    Optional<String> find(String asked) {
        if (fields.containsKey(asked)) {
            return Optional.of(asked);
        }
        return fields.keySet().stream().filter(asked::equalsIgnoreCase).findFirst();
    }

    FieldType type(String field) {
        return fields.get(field);
    }

    /** The relationship by its name, as in {@code Account.Name}. */
    Lookup lookup(String relationship) {
        return lookups.entrySet().stream()
                .filter(known -> known.getKey().equalsIgnoreCase(relationship))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new SalesforceError(
                        400,
                        "INVALID_FIELD",
                        "Didn't understand relationship '%s' in field path.".formatted(relationship)));
    }

    static Builder named(String name, String prefix) {
        return new Builder(name, prefix);
    }

    /** Puts a kind of record together, with the fields that every record has. */
    static final class Builder {
        private final String name;
        private final String prefix;
        private final Map<String, FieldType> fields = new LinkedHashMap<>();
        private final Map<String, Lookup> lookups = new LinkedHashMap<>();
        private Set<String> required = Set.of();
        private Set<String> externalIds = Set.of();

        private Builder(String name, String prefix) {
            this.name = name;
            this.prefix = prefix;
            fields.put("Id", FieldType.ID);
            fields.put("LastModifiedById", FieldType.ID);
            fields.put("IsDeleted", FieldType.BOOLEAN);
            with(FieldType.DATETIME, "CreatedDate", "LastModifiedDate", "SystemModstamp");
        }

        Builder with(FieldType type, String... names) {
            for (String field : names) {
                fields.put(field, type);
            }
            return this;
        }

        Builder lookup(String relationship, String field, String object) {
            fields.put(field, FieldType.ID);
            lookups.put(relationship, new Lookup(field, object));
            return this;
        }

        Builder required(String... names) {
            required = Set.of(names);
            return this;
        }

        Builder externalId(String... names) {
            externalIds = Set.of(names);
            return this;
        }

        ObjectType build() {
            return new ObjectType(name, prefix, fields, required, externalIds, lookups);
        }
    }
}
