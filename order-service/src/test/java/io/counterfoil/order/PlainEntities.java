package io.counterfoil.order;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestPostgres;
import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the container's entity manager does for entities of plain columns, where there is no container: found and written by
 * their fields, in the thread's transaction, one object for each row of it.
 */
public final class PlainEntities {

    private final TestPostgres postgres;
    private final Database database;
    private final TransactionSynchronizationRegistry transaction;

    private PlainEntities(TestPostgres postgres) {
        this.postgres = postgres;
        database = postgres.database();
        transaction = postgres.transactions().registry();
    }

    public static EntityManager on(TestPostgres postgres) {
        PlainEntities entities = new PlainEntities(postgres);
        return (EntityManager) Proxy.newProxyInstance(
                PlainEntities.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, given) -> switch (method.getName()) {
                    case "find" -> entities.find((Class<?>) given[0], given[1]);
                    case "persist" -> entities.known().put(key(given[0]), new Kept(given[0], null));
                    case "flush" -> entities.flush();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** @param written the values that the row has; null where there is none yet */
    private record Kept(Object entity, List<Object> written) {}

    @SuppressWarnings("unchecked")
    private Map<Object, Kept> known() {
        Map<Object, Kept> known = (Map<Object, Kept>) transaction.getResource(this);
        if (known == null) {
            known = new LinkedHashMap<>();
            transaction.putResource(this, known);
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    flush();
                }

                @Override
                public void afterCompletion(int status) {
                    // nothing is held
                }
            });
        }
        return known;
    }

    private Object find(Class<?> type, Object id) {
        boolean within = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        Kept kept = within ? known().get(List.of(type, id)) : null;
        Object found = kept == null ? read(type, id) : kept.entity();
        if (within && kept == null && found != null) {
            known().put(List.of(type, id), new Kept(found, values(found)));
        }
        return found;
    }

    private Object flush() {
        known().replaceAll((key, kept) -> {
            if (!values(kept.entity()).equals(kept.written())) {
                write(kept);
            }
            return new Kept(kept.entity(), values(kept.entity()));
        });
        return null;
    }

    private void write(Kept kept) {
        Class<?> type = kept.entity().getClass();
        List<Field> fields = fields(type);
        Field version = only(type, Version.class);
        set(version, kept.entity(), (int) get(version, kept.entity()) + 1);
        String columns = fields.stream().map(PlainEntities::column).collect(Collectors.joining(", "));
        String marks = fields.stream().map(field -> "?").collect(Collectors.joining(", "));
        String anew = fields.stream()
                .map(field -> column(field) + " = excluded." + column(field))
                .collect(Collectors.joining(", "));
        database.update(
                "insert into " + type.getAnnotation(Table.class).name() + " (" + columns + ") values (" + marks
                        + ") on conflict (" + column(only(type, Id.class)) + ") do update set " + anew,
                values(kept.entity()).toArray());
    }

    private Object read(Class<?> type, Object id) {
        String sql = "select * from " + type.getAnnotation(Table.class).name() + " where "
                + column(only(type, Id.class)) + " = ?";
        try (Connection connection = postgres.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? made(type, row) : null;
            }
        } catch (SQLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(Class<?> type, ResultSet row) throws SQLException, ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object entity = constructor.newInstance();
        for (Field field : fields(type)) {
            set(field, entity, value(row, field));
        }
        return entity;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object value(ResultSet row, Field field) throws SQLException {
        String column = column(field);
        if (field.getType() == int.class) {
            return row.getInt(column);
        }
        if (field.getType() == boolean.class) {
            return row.getBoolean(column);
        }
        if (field.getType().isEnum()) {
            String text = row.getString(column);
            return text == null ? null : Enum.valueOf((Class) field.getType(), text);
        }
        return row.getObject(column, field.getType());
    }

    private static Object key(Object entity) {
        return List.of(entity.getClass(), get(only(entity.getClass(), Id.class), entity));
    }

    private static List<Object> values(Object entity) {
        return fields(entity.getClass()).stream()
                .map(field -> get(field, entity))
                .collect(Collectors.toList());
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    private static Field only(Class<?> type, Class<? extends java.lang.annotation.Annotation> marked) {
        return fields(type).stream()
                .filter(field -> field.isAnnotationPresent(marked))
                .findFirst()
                .orElseThrow();
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? field.getName() : column.name();
    }

    private static Object get(Field field, Object entity) {
        try {
            field.setAccessible(true);
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Object entity, Object value) {
        try {
            field.setAccessible(true);
            field.set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
