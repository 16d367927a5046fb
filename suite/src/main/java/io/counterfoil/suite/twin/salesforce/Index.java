package io.counterfoil.suite.twin.salesforce;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Which records have which value in a field by which records are looked for: references to others, and external ids. */
final class Index {

    private record Key(String type, String field, Object value) {}

    private final Map<Key, Set<String>> ids = new ConcurrentHashMap<>();

    void move(SObject before, SObject after) {
        for (String field : fields(after.type())) {
            Object was = before.get(field);
            Object is = after.get(field);
            if (was != null && !was.equals(is)) {
                with(after.type(), field, was).remove(after.id());
            }
            if (is != null) {
                with(after.type(), field, is).add(after.id());
            }
        }
    }

    boolean knows(ObjectType type, String field) {
        return fields(type).contains(field);
    }

    /** The ids of those with one of these values, in their order. */
    Set<String> of(ObjectType type, String field, Collection<?> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .flatMap(value -> with(type, field, value).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> with(ObjectType type, String field, Object value) {
        return ids.computeIfAbsent(new Key(type.name(), field, value), key -> new ConcurrentSkipListSet<>());
    }

    private static Collection<String> fields(ObjectType type) {
        List<String> lookups =
                type.lookups().values().stream().map(ObjectType.Lookup::field).toList();
        Set<String> fields = new TreeSet<>(lookups);
        fields.addAll(type.externalIds());
        return fields;
    }
}
