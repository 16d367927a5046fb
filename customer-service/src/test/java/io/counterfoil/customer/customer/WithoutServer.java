package io.counterfoil.customer.customer;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.reference.Identities;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All beans of the service on a real PostgreSQL and without a server: in place of its JPA, by the same annotations, as much
 * as {@link Customers} asks for: one object for each row and transaction, locks, and versions that are written once.
 */
public final class WithoutServer {

    private static final List<Field> FIELDS = Arrays.stream(Customer.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .peek(field -> field.setAccessible(true))
            .toList();

    private final Database database;
    private final TransactionSynchronizationRegistry transaction;

    private WithoutServer(TestPostgres postgres) {
        this.database = postgres.database();
        this.transaction = postgres.transactions().registry();
    }

    /** Call what changes records within {@code postgres.transactions().fresh(…)}. */
    public static TestBeans on(TestPostgres postgres) {
        TestBeans beans = TestBeans.on(postgres).setting("event.context", "customer");
        Customers customers = new Customers(postgres.database(), beans.get(Identities.class));
        customers.entities = new WithoutServer(postgres).entities();
        return beans.with(customers);
    }

    private EntityManager entities() {
        return proxy(EntityManager.class, (name, arguments) -> switch (name) {
            case "find" -> locked((UUID) arguments[1], (LockModeType) arguments[2]);
            case "persist" -> managed().put(id(arguments[0]), new Managed((Customer) arguments[0], null));
            case "flush" -> flush();
            case "createQuery" -> query();
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Object query() {
        List<UUID> ids = new ArrayList<>();
        return proxy(TypedQuery.class, (name, arguments) -> {
            if (name.equals("setParameter")) {
                ((Collection<?>) arguments[1]).forEach(id -> ids.add((UUID) id));
                return query(ids);
            }
            throw new UnsupportedOperationException(name);
        });
    }

    private TypedQuery<?> query(List<UUID> ids) {
        return proxy(
                TypedQuery.class, (name, arguments) -> database.query("select * from customer where id = any(?)", ids)
                        .list(this::read));
    }

    private Customer locked(UUID id, LockModeType mode) {
        if (mode != LockModeType.PESSIMISTIC_WRITE) {
            throw new UnsupportedOperationException(mode.name());
        }
        return database.query("select * from customer where id = ? for update", id)
                .one(this::read)
                .orElse(null);
    }

    /** The object that the transaction has already, as the row is now. */
    private Customer read(Row row) {
        Map<UUID, Managed> managed = managed();
        Managed known = managed.get(row.uuid("id"));
        Customer customer = known == null ? fresh() : known.customer();
        FIELDS.forEach(field -> set(field, customer, value(field, row)));
        managed.put(customer.id(), new Managed(customer, columns(customer)));
        return customer;
    }

    private Object flush() {
        managed().replaceAll((id, each) -> {
            Map<String, Object> now = columns(each.customer());
            if (now.equals(each.written())) {
                return each;
            }
            set(field("version"), each.customer(), each.customer().version() + 1);
            now.put("version", each.customer().version());
            write(now, each.written());
            return new Managed(each.customer(), now);
        });
        return null;
    }

    private void write(Map<String, Object> now, Map<String, Object> before) {
        List<Object> values = new ArrayList<>(now.values());
        if (before == null) {
            String marks = now.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
            String names = String.join(", ", now.keySet());
            database.update("insert into customer (" + names + ") values (" + marks + ")", values.toArray());
            return;
        }
        String all = now.keySet().stream()
                .filter(name -> !name.equals("id"))
                .map(name -> name + " = ?")
                .collect(Collectors.joining(", "));
        values.remove(now.get("id"));
        values.add(now.get("id"));
        values.add(before.get("version"));
        if (database.update("update customer set " + all + " where id = ? and version = ?", values.toArray()) != 1) {
            throw new IllegalStateException("somebody else has changed customer " + now.get("id"));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Managed> managed() {
        if (transaction.getTransactionStatus() != jakarta.transaction.Status.STATUS_ACTIVE) {
            return new LinkedHashMap<>();
        }
        if (transaction.getResource(WithoutServer.class) == null) {
            transaction.putResource(WithoutServer.class, new LinkedHashMap<UUID, Managed>());
        }
        return (Map<UUID, Managed>) transaction.getResource(WithoutServer.class);
    }

    private record Managed(Customer customer, Map<String, Object> written) {}

    private static Map<String, Object> columns(Customer customer) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Field field : FIELDS) {
            try {
                Object value = field.get(customer);
                columns.put(
                        column(field), isConverted(field) ? converter(field).convertToDatabaseColumn(value) : value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return columns;
    }

    private static Object value(Field field, Row row) {
        String column = column(field);
        if (isConverted(field)) {
            return converter(field).convertToEntityAttribute(row.text(column));
        }
        if (field.getType() == UUID.class) {
            return row.uuid(column);
        }
        if (field.getType() == Instant.class) {
            return row.instant(column);
        }
        if (field.getType() == CustomerState.class) {
            return CustomerState.valueOf(row.text(column));
        }
        if (field.getType() == String.class) {
            return row.text(column);
        }
        return field.getType() == int.class ? (Object) row.intValue(column) : (Object) row.longValue(column);
    }

    private static String column(Field field) {
        Column named = field.getAnnotation(Column.class);
        return named == null ? field.getName() : named.name();
    }

    private static boolean isConverted(Field field) {
        return field.isAnnotationPresent(Convert.class);
    }

    @SuppressWarnings("unchecked")
    private static AttributeConverter<Object, String> converter(Field field) {
        return (AttributeConverter<Object, String>)
                make(field.getAnnotation(Convert.class).converter());
    }

    private static Customer fresh() {
        return (Customer) make(Customer.class);
    }

    private static UUID id(Object customer) {
        return ((Customer) customer).id();
    }

    private static Field field(String name) {
        return FIELDS.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void set(Field field, Object of, Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answer {
        Object to(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
