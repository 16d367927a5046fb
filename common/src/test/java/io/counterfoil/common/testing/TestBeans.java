package io.counterfoil.common.testing;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts real beans together without a container, on a {@link TestPostgres}: constructor and field injection, one instance
 * of each class, settings by name. Nothing opens a transaction by annotation here: call use cases within
 * {@code postgres.transactions().fresh(…)}.
 *
 * <pre>
 * TestBeans beans = TestBeans.on(POSTGRES).with(new MyHandler()).setting("event.context", "ledger");
 * Inbox inbox = beans.get(Inbox.class);
 * </pre>
 */
public final class TestBeans {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final List<Object> offered = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<Type, List<Consumer<Object>>> observers = new HashMap<>();

    private TestBeans(TestPostgres postgres) {
        made.put(Database.class, postgres.database());
        made.put(Transactions.class, postgres.transactions());
        made.put(
                TransactionSynchronizationRegistry.class,
                postgres.transactions().registry());
    }

    public static TestBeans on(TestPostgres postgres) {
        return new TestBeans(postgres);
    }

    /** Offers a bean: to whoever asks for its class, and among all for whoever asks for a type that it has. */
    public TestBeans with(Object bean) {
        made.put(bean.getClass(), bean);
        offered.add(bean);
        return this;
    }

    public TestBeans setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Whom to tell when a bean fires an event of the class. */
    @SuppressWarnings("unchecked")
    public <T> TestBeans observe(Class<T> event, Consumer<T> observer) {
        observers.computeIfAbsent(event, e -> new ArrayList<>()).add((Consumer<Object>) observer);
        return this;
    }

    /** The one instance of the class, made with all that it needs. */
    public <T> T get(Class<T> type) {
        Object bean = made.get(type);
        if (bean == null) {
            bean = offered.stream().filter(type::isInstance).findFirst().orElseGet(() -> make(type));
        }
        return type.cast(bean);
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(one -> one.isAnnotationPresent(Inject.class))
                    .findFirst()
                    .orElse(type.getDeclaredConstructors()[0]);
            constructor.setAccessible(true);
            Object bean = constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                    .map(needed -> resolve(needed, null))
                    .toArray());
            made.put(type, bean);
            for (Field field : type.getDeclaredFields()) {
                fill(bean, field);
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private void fill(Object bean, Field field) throws IllegalAccessException {
        if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(Resource.class)) {
            field.setAccessible(true);
            field.set(bean, resolve(field.getGenericType(), field.getAnnotation(ConfigProperty.class)));
        }
    }

    private Object resolve(Type type, ConfigProperty setting) {
        if (setting != null) {
            return setting(type, setting);
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> of = (Class<?>) generic.getActualTypeArguments()[0];
            return generic.getRawType() == Event.class ? event(of) : instance(of);
        }
        return get((Class<?>) type);
    }

    private Object setting(Type type, ConfigProperty setting) {
        String value = settings.getOrDefault(setting.name(), setting.defaultValue());
        if (value.equals(ConfigProperty.UNCONFIGURED_VALUE)) {
            throw new IllegalStateException("setting " + setting.name() + " is missing");
        }
        if (type == boolean.class) {
            return Boolean.valueOf(value);
        }
        return type == int.class ? (Object) Integer.valueOf(value) : value;
    }

    private Object event(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {Event.class}, (self, method, arguments) -> {
                    observers.getOrDefault(type, List.of()).forEach(observer -> observer.accept(arguments[0]));
                    return null;
                });
    }

    private Object instance(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {Instance.class}, (self, method, arguments) -> {
                    List<Object> all = offered.stream().filter(type::isInstance).toList();
                    return switch (method.getName()) {
                        case "stream" -> all.stream();
                        case "iterator" -> all.iterator();
                        case "isUnsatisfied" -> all.isEmpty();
                        case "isResolvable" -> all.size() == 1;
                        case "get" -> all.get(0);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
