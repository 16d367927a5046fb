package io.counterfoil.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** What a class is in this house, recognised by its annotations and super types, never by its folder. */
final class Kinds {
    static final String COMMON = "io.counterfoil.common";
    static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
    private static final Set<String> BEAN_ANNOTATIONS = Set.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.inject.Singleton",
            "jakarta.ws.rs.ext.Provider",
            COMMON + ".UseCase");

    static final DescribedPredicate<JavaClass> RESOURCE = describe(
            "resource",
            type -> type.isAnnotatedWith(PATH) && !type.isAnnotatedWith(REST_CLIENT) && !type.isInterface());
    static final DescribedPredicate<JavaClass> CONSUMER =
            describe("consumer", type -> type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(INCOMING)));
    static final DescribedPredicate<JavaClass> TIMER =
            describe("timer", type -> type.isAssignableTo(COMMON + ".time.DueWork"));
    static final DescribedPredicate<JavaClass> DOOR = RESOURCE.or(CONSUMER).as("door");
    static final DescribedPredicate<JavaClass> USE_CASE =
            describe("use case", type -> type.isAnnotatedWith(COMMON + ".UseCase"));
    static final DescribedPredicate<JavaClass> ONE_OF_EACH = describe(
            "bean of which there is one",
            type -> type.isAnnotatedWith("jakarta.enterprise.context.Dependent")
                    || type.isAnnotatedWith("jakarta.ws.rs.Path")
                            && type.isAnnotatedWith("jakarta.enterprise.context.RequestScoped")
                    || USE_CASE.test(type));
    static final DescribedPredicate<JavaClass> FACT =
            describe("fact", type -> type.isAssignableTo(COMMON + ".event.Fact") && !type.isInterface());
    static final DescribedPredicate<JavaClass> REFUSAL =
            describe("refusal", type -> type.isAssignableTo(COMMON + ".http.Refusal"));
    static final DescribedPredicate<JavaClass> ENTITY =
            describe("entity", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));
    static final DescribedPredicate<JavaClass> CALLS_OUTSIDE = describe(
            "client of another system",
            type -> type.isAnnotatedWith(REST_CLIENT)
                    || type.getName().equals("java.net.http.HttpClient")
                    || type.getName().equals("jakarta.ws.rs.client.Client"));
    static final DescribedPredicate<JavaClass> BEAN = describe("bean", Kinds::isBean);

    private Kinds() {}

    static boolean isBean(JavaClass type) {
        return BEAN_ANNOTATIONS.stream().anyMatch(type::isAnnotatedWith)
                || type.isAnnotatedWith(PATH)
                || type.isAnnotatedWith(REST_CLIENT)
                || type.isAssignableTo("jakarta.ws.rs.core.Application")
                || type.isAssignableTo("jakarta.persistence.AttributeConverter")
                || type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith("jakarta.enterprise.inject.Produces"))
                || type.getEnclosingClass().map(Kinds::isBean).orElse(false);
    }

    static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
