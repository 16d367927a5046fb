package io.counterfoil.common.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * Marks each operation of each resource that changes something, so that no author has to think of the audit trail. Left out
 * are those that say so, and webhooks: they say themselves, in the name of their system, what they brought, and nothing where they
 * brought it again.
 */
public final class RecordEveryChange implements Extension {

    private static final List<Class<? extends Annotation>> CHANGING =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    private static final List<Class<? extends Annotation>> EXCUSED =
            List.of(NoChange.class, KeepsTrail.class, PermitAll.class);

    <T> void mark(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<T> found) {
        AnnotatedType<T> type = found.getAnnotatedType();
        boolean door = !type.getJavaClass().isInterface() && type.isAnnotationPresent(Path.class);
        if (door && EXCUSED.stream().noneMatch(type::isAnnotationPresent)) {
            found.configureAnnotatedType()
                    .filterMethods(RecordEveryChange::isRecorded)
                    .forEach(method -> method.add(Recorded.Literal.ONE));
        }
    }

    static boolean isRecorded(AnnotatedMethod<?> method) {
        return CHANGING.stream().anyMatch(method::isAnnotationPresent)
                && EXCUSED.stream().noneMatch(method::isAnnotationPresent);
    }
}
