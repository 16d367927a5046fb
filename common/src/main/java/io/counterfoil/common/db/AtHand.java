package io.counterfoil.common.db;

import io.counterfoil.common.db.Table.Changed;
import io.counterfoil.common.db.Table.Children;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The things that one transaction has at hand for change, and what of them is in the database already. */
final class AtHand {

    private final Map<Key, Kept<?>> kept = new LinkedHashMap<>();
    private final Map<Object, Object[]> written = new IdentityHashMap<>();

    private record Key(Table<?> table, Object id) {}

    private record Kept<T>(Table<T> table, T thing) {}

    @SuppressWarnings("unchecked")
    <T> Optional<T> known(Table<T> table, Object id) {
        return Optional.ofNullable((Kept<T>) kept.get(new Key(table, id))).map(Kept::thing);
    }

    <T> void add(Table<T> table, T thing) {
        kept.put(new Key(table, table.key(thing)), new Kept<>(table, thing));
    }

    <T> void keep(Table<T> table, T thing) {
        add(table, thing);
        remember(table, thing);
    }

    private <T> void remember(Table<T> table, T thing) {
        written.put(thing, table.values(thing));
        table.children().forEach(children -> rememberAll(children, thing));
    }

    private <T, C> void rememberAll(Children<T, C> children, T thing) {
        children.of().apply(thing).forEach(child -> remember(children.table(), child));
    }

    /**
     * What is new comes first, table by table in the order in which it was added; what belongs to other things comes after all
     * of these, and what changed at the end.
     */
    void write(Database database) {
        Unwritten found = new Unwritten();
        kept.values().forEach(each -> found.look(each));
        kept.values().forEach(each -> found.lookAtChildren(each));
        found.fresh.values().forEach(each -> append(database, each));
        found.changed.forEach((table, things) -> {
            table.update(database, things);
            things.forEach(one -> written(one.thing(), one.now()));
        });
    }

    private <T> void append(Database database, Fresh<T> fresh) {
        fresh.table().append(database, fresh.values(), fresh.things().get(0) instanceof Versioned);
        for (int i = 0; i < fresh.things().size(); i++) {
            written(fresh.things().get(i), fresh.values().get(i));
        }
    }

    private void written(Object thing, Object[] values) {
        written.put(thing, values);
        if (thing instanceof Versioned versioned) {
            versioned.writtenAs(versioned.version() + 1);
        }
    }

    /** New things of a table, with their values. */
    private record Fresh<T>(Table<T> table, List<T> things, List<Object[]> values) {

        Fresh(Table<T> table) {
            this(table, new ArrayList<>(), new ArrayList<>());
        }

        void add(T thing) {
            things.add(thing);
            values.add(table.values(thing));
        }
    }

    /** What is to be written. */
    private final class Unwritten {
        private final Map<Table<?>, Fresh<?>> fresh = new LinkedHashMap<>();
        private final Map<Table<?>, List<Changed>> changed = new LinkedHashMap<>();

        <T> void look(Kept<T> each) {
            look(each.table(), each.thing());
        }

        <T> void lookAtChildren(Kept<T> each) {
            each.table().children().forEach(children -> lookAtAll(children, each.thing()));
        }

        private <T, C> void lookAtAll(Children<T, C> children, T thing) {
            children.of().apply(thing).forEach(child -> look(children.table(), child));
        }

        @SuppressWarnings("unchecked")
        private <T> void look(Table<T> table, T thing) {
            Object[] before = written.get(thing);
            if (before == null) {
                ((Fresh<T>) fresh.computeIfAbsent(table, first -> new Fresh<>(table))).add(thing);
            } else if (thing instanceof Versioned versioned) {
                Object[] now = table.values(thing);
                if (!Arrays.equals(before, now)) {
                    changed.computeIfAbsent(table, first -> new ArrayList<>()).add(new Changed(versioned, before, now));
                }
            }
        }
    }
}
