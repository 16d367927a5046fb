package io.counterfoil.common.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One operation that the code offers over HTTP.
 *
 * @param roles who may call it; empty for a door that checks by other means (a webhook)
 */
record Operation(String verb, String path, Set<String> roles, boolean namesItsRoles, String method) {

    static Stream<Operation> allOf(Iterable<JavaClass> classes) {
        String prefix = Stream.of(classes)
                .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                .flatMap(type -> type.tryGetAnnotationOfType(ApplicationPath.class).stream())
                .map(ApplicationPath::value)
                .findFirst()
                .orElse("");
        return java.util.stream.StreamSupport.stream(classes.spliterator(), false)
                .filter(Kinds.RESOURCE)
                .flatMap(type -> type.getAllMethods().stream())
                .flatMap(method -> of(prefix, method).stream());
    }

    private static Optional<Operation> of(String prefix, JavaMethod method) {
        return verb(method)
                .map(verb -> new Operation(
                        verb,
                        join(
                                prefix,
                                pathOf(method.getOwner()),
                                method.tryGetAnnotationOfType(Path.class)
                                        .map(Path::value)
                                        .orElse("")),
                        roles(method),
                        isSecured(method),
                        method.getOwner().getSimpleName() + "." + method.getName()));
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(JavaClass type) {
        return type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }

    /** Joins by one slash and drops the expressions of template variables: {@code {id: .+}} is {@code {id}}. */
    private static String join(String... parts) {
        String path = "/" + String.join("/", parts);
        String clean = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static Set<String> roles(JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return Set.of();
        }
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
                .map(allowed -> (Set<String>) new TreeSet<>(Arrays.asList(allowed.value())))
                .orElse(Set.of());
    }

    private static boolean isSecured(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class)
                || method.isAnnotatedWith(RolesAllowed.class)
                || method.getOwner().isAnnotatedWith(PermitAll.class)
                || method.getOwner().isAnnotatedWith(RolesAllowed.class);
    }

    String key() {
        return verb + " " + path;
    }
}
