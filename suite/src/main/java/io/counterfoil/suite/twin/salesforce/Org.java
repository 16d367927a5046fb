package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The org: its records, and its own books of who wrote which field when. One writer at a time, any number of readers. */
final class Org {

    private static final String WON = "Closed Won";

    private final ConcurrentMap<String, ConcurrentSkipListMap<String, SObject>> records = new ConcurrentHashMap<>();
    private final Index index = new Index();
    private final List<FieldWrite> writes = new ArrayList<>();
    private final List<Consumer<SObject>> onWon = new CopyOnWriteArrayList<>();
    private final Sent sent = new Sent(this);
    private long lastNumber;

    /** Calls the listener with each opportunity that becomes Closed Won. */
    void onWon(Consumer<SObject> listener) {
        onWon.add(listener);
    }

    Collection<SObject> all(ObjectType type) {
        return table(type).values();
    }

    Optional<SObject> find(ObjectType type, String id) {
        return Optional.ofNullable(table(type).get(RecordId.of(id)));
    }

    SObject get(ObjectType type, String id) {
        return find(type, id).orElseThrow(SalesforceError::notFound);
    }

    /** The records whose external id has the value; more than one is possible where the id is not unique. */
    List<SObject> matching(ObjectType type, String field, String value) {
        if (index.knows(type, field)) {
            return some(type, index.of(type, field, List.of(value)));
        }
        return all(type).stream()
                .filter(record -> value.equals(record.get(field)))
                .toList();
    }

    /** Those whose field has one of these record ids, where that can be told without a look at all of them. */
    Optional<List<SObject>> referring(ObjectType type, String field, Collection<String> ids) {
        if (field.equals("Id")) {
            return Optional.of(some(type, new TreeSet<>(ids)));
        }
        return index.knows(type, field) ? Optional.of(some(type, index.of(type, field, ids))) : Optional.empty();
    }

    private List<SObject> some(ObjectType type, Collection<String> ids) {
        return ids.stream().map(table(type)::get).filter(Objects::nonNull).toList();
    }

    synchronized SObject create(ObjectType type, JsonNode body, String by) {
        Map<String, Object> values = sent.values(type, body);
        sent.requireAll(type, values);
        String id = RecordId.numbered(type.prefix(), ++lastNumber);
        Map<String, Object> system = new LinkedHashMap<>();
        system.put("Id", id);
        system.put("CreatedDate", now());
        system.put("IsDeleted", false);
        SObject record = new SObject(type, system);
        store(record, values, by);
        return get(type, id);
    }

    synchronized void update(ObjectType type, String id, JsonNode body, String by) {
        SObject record = get(type, id);
        store(record, sent.values(type, body), by);
    }

    /** What was written, in order; of one record, or of all. */
    synchronized List<FieldWrite> writes(String recordId) {
        return writes.stream()
                .filter(write -> recordId == null || write.recordId().equals(RecordId.of(recordId)))
                .toList();
    }

    private void store(SObject before, Map<String, Object> values, String by) {
        Map<String, Object> all = new LinkedHashMap<>(Derived.from(before, values));
        Instant now = now();
        values.forEach((field, value) -> log(before, field, value, by, now));
        all.put("LastModifiedDate", now);
        all.put("SystemModstamp", now);
        SObject after = before.with(all);
        table(after.type()).put(after.id(), after);
        index.move(before, after);
        if (isWon(after) && !isWon(before)) {
            onWon.forEach(listener -> listener.accept(after));
        }
    }

    private void log(SObject before, String field, Object value, String by, Instant now) {
        Object was = FieldType.written(before.get(field));
        Object is = FieldType.written(value);
        writes.add(new FieldWrite(writes.size() + 1L, before.type().name(), before.id(), field, was, is, by, now));
    }

    private static boolean isWon(SObject record) {
        return record.type() == Schema.OPPORTUNITY && Objects.equals(record.get("StageName"), WON);
    }

    private ConcurrentSkipListMap<String, SObject> table(ObjectType type) {
        return records.computeIfAbsent(type.name(), name -> new ConcurrentSkipListMap<>());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
