package io.counterfoil.common;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.SingletonLiteral;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;

/**
 * Makes one of each bean that is {@code @Dependent} or a use case, and not one for each place where it is needed: these keep
 * nothing of their own, which a house rule sees to. A request would else make each with all that it needs, and what that needs
 * in turn: two thousand objects for a refund.
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

    static boolean isKept(Class<?> type) {
        return type.getName().startsWith(OURS)
                && (type.isAnnotationPresent(Dependent.class) || type.isAnnotationPresent(UseCase.class));
    }
}
