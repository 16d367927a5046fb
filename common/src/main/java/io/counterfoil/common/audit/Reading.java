package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.http.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a thing is read that an operation changes: by the GET of the same resource at the same path, or at the nearest one above it
 * that names a thing.
 */
record Reading(Method get) {

    private static final Map<Method, Optional<Reading>> KNOWN = new ConcurrentHashMap<>();

    static Optional<Reading> of(Method change) {
        return KNOWN.computeIfAbsent(change, Reading::find);
    }

    private static Optional<Reading> find(Method change) {
        String template = Wording.template(change);
        return Arrays.stream(change.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class) && method.getReturnType() != Page.class)
                .filter(method -> Wording.isBelow(template, Wording.template(method)))
                .filter(method -> Wording.hasVariable(Wording.template(method)))
                .filter(method -> Arrays.stream(method.getParameterTypes()).noneMatch(Class::isPrimitive))
                .max(Comparator.comparingInt(method -> Wording.template(method).length()))
                .map(Reading::new);
    }

    /** What is there; empty when there is nothing. */
    Optional<JsonNode> from(Object resource, Map<String, String> path) {
        try {
            Object[] arguments = Arrays.stream(get.getParameters())
                    .map(parameter -> argument(parameter, path))
                    .toArray();
            Object answer = get.invoke(resource, arguments);
            Object entity = answer instanceof Response response ? response.getEntity() : answer;
            return Optional.ofNullable(entity instanceof Page ? null : Wording.tree(entity));
        } catch (InvocationTargetException failed) {
            return nothing(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("an operation is public", impossible);
        } catch (IllegalArgumentException noSuchId) {
            return Optional.empty(); // the operation itself will say what is wrong with the path
        }
    }

    private static Optional<JsonNode> nothing(Throwable cause) {
        if (cause instanceof Refusal) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static Object argument(Parameter parameter, Map<String, String> path) {
        PathParam named = parameter.getAnnotation(PathParam.class);
        if (named == null) {
            return null;
        }
        String text = path.get(named.value());
        return parameter.getType() == String.class ? text : parsed(parameter.getType(), text);
    }

    /** As the server does it: by {@code fromString} or {@code valueOf}. */
    private static Object parsed(Class<?> type, String text) {
        Method factory = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("fromString")
                        || method.getName().equals("valueOf")
                        || method.getName().equals("parse"))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
                        || Arrays.equals(method.getParameterTypes(), new Class<?>[] {CharSequence.class}))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing makes a " + type + " of a text"));
        try {
            return factory.invoke(null, text);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
