package io.counterfoil.suite.twin.salesforce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a parsed query over the org and writes its rows as the REST API does. */
final class Query {

    private final Org org;
    private final Soql soql;
    private final ObjectType type;
    private final Map<Soql.In, Set<Object>> listed = new IdentityHashMap<>();

    Query(Org org, Soql soql) {
        this.org = org;
        this.soql = soql;
        this.type = Schema.find(soql.from())
                .orElseThrow(() -> new SalesforceError(
                        400, "INVALID_TYPE", "sObject type '%s' is not supported.".formatted(soql.from())));
        check();
    }

    /** The rows, each with its attributes. */
    List<Map<String, Object>> rows() {
        return candidates().stream()
                .filter(record -> holds(soql.where(), record))
                .sorted(order())
                .skip(soql.offset())
                .limit(soql.limit())
                .map(this::row)
                .toList();
    }

    /** All records, or those few that references in the condition leave. */
    private Collection<SObject> candidates() {
        return referring(soql.where()).orElseGet(() -> List.copyOf(org.all(type)));
    }

    private Optional<List<SObject>> referring(Soql.Condition condition) {
        if (condition instanceof Soql.And and) {
            return referring(and.left()).or(() -> referring(and.right()));
        }
        if (condition instanceof Soql.Compare compare && compare.operator().equals("=")) {
            return referring(compare.path(), java.util.Arrays.asList(compare.literal()));
        }
        return condition instanceof Soql.In in ? referring(in.path(), in.literals()) : Optional.empty();
    }

    private Optional<List<SObject>> referring(String path, List<Object> literals) {
        boolean byIds = !path.contains(".")
                && fieldType(path) == FieldType.ID
                && literals.stream().allMatch(String.class::isInstance);
        return byIds
                ? org.referring(
                        type,
                        type.field(path),
                        literals.stream().map(id -> RecordId.of((String) id)).toList())
                : Optional.empty();
    }

    /** Names that don't exist are errors even when no record would be looked at. */
    private void check() {
        soql.select().stream().filter(path -> !path.equals(Soql.COUNT)).forEach(this::fieldType);
        soql.orderBy().forEach(order -> fieldType(order.path()));
        check(soql.where());
    }

    private void check(Soql.Condition condition) {
        if (condition instanceof Soql.And and) {
            check(and.left());
            check(and.right());
        } else if (condition instanceof Soql.Or or) {
            check(or.left());
            check(or.right());
        } else if (condition instanceof Soql.Not not) {
            check(not.condition());
        } else if (condition instanceof Soql.Compare compare) {
            fits(compare.path(), compare.literal());
        } else if (condition instanceof Soql.In in) {
            in.literals().forEach(literal -> fits(in.path(), literal));
        }
    }

    private void fits(String path, Object literal) {
        boolean fits = literal == null
                || switch (fieldType(path)) {
                    case ID, STRING -> literal instanceof String;
                    case DECIMAL -> literal instanceof BigDecimal;
                    case BOOLEAN -> literal instanceof Boolean;
                    case DATE -> literal instanceof java.time.LocalDate;
                    case DATETIME -> literal instanceof Instant;
                };
        if (!fits) {
            throw new SalesforceError(
                    400,
                    "INVALID_FIELD",
                    "value of filter criterion for field '%s' must be of type %s and should not be enclosed in quotes"
                            .formatted(path, fieldType(path).name().toLowerCase()));
        }
    }

    private FieldType fieldType(String path) {
        ObjectType at = type;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            at = Schema.find(at.lookup(steps[i]).object()).orElseThrow();
        }
        return at.type(at.field(steps[steps.length - 1]));
    }

    private Map<String, Object> row(SObject record) {
        Map<String, Object> row = Rendering.attributes(record);
        for (String path : soql.select()) {
            put(row, record, path);
        }
        return row;
    }

    @SuppressWarnings("unchecked")
    private void put(Map<String, Object> row, SObject record, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            String field = record.type().field(path);
            row.put(field, FieldType.written(record.get(field)));
            return;
        }
        String relationship = path.substring(0, dot);
        Optional<SObject> parent = parent(record, relationship);
        if (parent.isEmpty()) {
            row.put(relationship, null);
            return;
        }
        Object nested = row.computeIfAbsent(relationship, name -> Rendering.attributes(parent.get()));
        put((Map<String, Object>) nested, parent.get(), path.substring(dot + 1));
    }

    private Optional<SObject> parent(SObject record, String relationship) {
        ObjectType.Lookup lookup = record.type().lookup(relationship);
        ObjectType parent = Schema.find(lookup.object()).orElseThrow();
        return Optional.ofNullable((String) record.get(lookup.field())).flatMap(id -> org.find(parent, id));
    }

    private Object value(SObject record, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return record.get(record.type().field(path));
        }
        return parent(record, path.substring(0, dot))
                .map(parent -> value(parent, path.substring(dot + 1)))
                .orElse(null);
    }

    private boolean holds(Soql.Condition condition, SObject record) {
        if (condition instanceof Soql.And and) {
            return holds(and.left(), record) && holds(and.right(), record);
        }
        if (condition instanceof Soql.Or or) {
            return holds(or.left(), record) || holds(or.right(), record);
        }
        if (condition instanceof Soql.Not not) {
            return !holds(not.condition(), record);
        }
        if (condition instanceof Soql.Compare compare) {
            return Comparison.holds(
                    value(record, compare.path()), compare.operator(), literal(compare.path(), compare.literal()));
        }
        if (condition instanceof Soql.In in) {
            Object value = value(record, in.path());
            return among(in, value)
                    || in.literals().stream().anyMatch(one -> Comparison.holds(value, "=", literal(in.path(), one)));
        }
        return true;
    }

    /** The usual case of a list of ids, without a walk through it. */
    private boolean among(Soql.In in, Object value) {
        return value != null
                && fieldType(in.path()) == FieldType.ID
                && wanted(in).contains(value);
    }

    private Set<Object> wanted(Soql.In in) {
        return listed.computeIfAbsent(in, list -> list.literals().stream()
                .filter(String.class::isInstance)
                .map(id -> RecordId.of((String) id))
                .collect(Collectors.toSet()));
    }

    /** Ids may be asked for in the short form. */
    private Object literal(String path, Object literal) {
        boolean isId = literal instanceof String && fieldType(path) == FieldType.ID;
        return isId ? RecordId.of((String) literal) : literal;
    }

    private Comparator<SObject> order() {
        Comparator<SObject> order = (a, b) -> 0;
        for (Soql.Order key : soql.orderBy()) {
            order = order.thenComparing(record -> value(record, key.path()), Comparison.by(key));
        }
        return order.thenComparing(SObject::id);
    }
}
