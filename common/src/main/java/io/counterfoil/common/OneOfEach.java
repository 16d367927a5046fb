package io.counterfoil.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.SingletonLiteral;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;

/**
 * Makes one of each bean that is {@code @Dependent} or a use case, and not one for each place where it is needed: these keep
 * nothing of their own, which a house rule sees to. A request would else make each with all that it needs, and what that needs
 * in turn: two thousand objects for a refund.
 *
 * <p>And one of each resource: a request would else make it anew, and each of its interceptors, which took a tenth of what the
 * server does for a request.
 */
public final class OneOfEach implements Extension {

    private static final String OURS = "io.counterfoil.";

    <T> void keep(@Observes @WithAnnotations({Dependent.class, UseCase.class}) ProcessAnnotatedType<T> found) {
        if (isKept(found.getAnnotatedType().getJavaClass())) {
            found.configureAnnotatedType()
                    .remove(annotation -> annotation.annotationType() == Dependent.class)
                    .add(SingletonLiteral.INSTANCE);
        }
    }

    <T> void keepDoor(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<T> found) {
        if (isKeptDoor(found.getAnnotatedType().getJavaClass())) {
            found.configureAnnotatedType()
                    .remove(annotation -> annotation.annotationType() == RequestScoped.class)
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    /** What has a part of the request in a field stays the request's own. */
    static boolean isKeptDoor(Class<?> type) {
        return type.getName().startsWith(OURS)
                && type.isAnnotationPresent(Path.class)
                && type.isAnnotationPresent(RequestScoped.class)
                && Arrays.stream(type.getDeclaredFields()).noneMatch(field -> field.isAnnotationPresent(Context.class));
    }

    static boolean isKept(Class<?> type) {
        return type.getName().startsWith(OURS)
                && (type.isAnnotationPresent(Dependent.class) || type.isAnnotationPresent(UseCase.class));
    }
}
