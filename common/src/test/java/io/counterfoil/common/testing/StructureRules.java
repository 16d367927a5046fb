package io.counterfoil.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How the parts of a service may know each other. */
final class StructureRules {
    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext",
            "jakarta.ws.rs.core.Context");

    private static final Set<Class<?>> CONTAINERS =
            Set.of(Collection.class, Map.class, AtomicLong.class, AtomicInteger.class, AtomicReference.class);

    static final HouseRule NO_CYCLES = new HouseRule("capabilities form no cycle", code -> HouseRule.of(
                    "", slices().matching(code.root() + ".(*)..").should().beFreeOfCycles())
            .violations()
            .apply(code));

    static final HouseRule NOBODY_CALLS_A_DOOR = new HouseRule("nothing calls a door", StructureRules::callsOfDoors);

    static final HouseRule DOORS_LEAVE_DATA_ALONE = HouseRule.of(
            "a door calls use cases and repositories, never the database or the outbox",
            noClasses()
                    .that(Kinds.DOOR)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("jakarta\\.persistence\\.EntityManager|javax\\.sql\\.DataSource|"
                            + "io\\.counterfoil\\.common\\.(db\\.Database|event\\.Outbox)"));

    static final HouseRule NO_OTHER_SERVICE =
            new HouseRule("a service knows no other service's classes", StructureRules::foreignClasses);

    static final HouseRule KEEPS_NOTHING = HouseRule.of(
            "a bean that is @Dependent, a use case or a resource keeps nothing of its own: there is one of each",
            fields().that(describe("belong to one", field -> Kinds.ONE_OF_EACH.test(field.getOwner())))
                    .and()
                    .areNotStatic()
                    .should(Conditions.be(describe("final or injected, and no container", StructureRules::isFixed))));

    static final List<HouseRule> ALL =
            List.of(NO_CYCLES, NOBODY_CALLS_A_DOOR, DOORS_LEAVE_DATA_ALONE, NO_OTHER_SERVICE, KEEPS_NOTHING);

    private StructureRules() {}

    private static boolean isFixed(JavaField field) {
        boolean injected = INJECTING.stream().anyMatch(field::isAnnotatedWith);
        boolean container =
                CONTAINERS.stream().anyMatch(type -> field.getRawType().isAssignableTo(type));
        return (injected || field.getModifiers().contains(JavaModifier.FINAL)) && !container;
    }

    private static List<String> callsOfDoors(Code code) {
        return code.classes().stream()
                .filter(Kinds.DOOR)
                .flatMap(door -> door.getDirectDependenciesToSelf().stream())
                .filter(use -> !outermost(use.getOriginClass()).equals(outermost(use.getTargetClass())))
                .filter(use -> !use.getOriginClass().isAssignableTo("jakarta.ws.rs.core.Application"))
                .map(use -> use.getDescription())
                .toList();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(StructureRules::outermost).orElse(type);
    }

    private static List<String> foreignClasses(Code code) {
        return code.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isForeign(use.getTargetClass().getPackageName(), code.root()))
                .map(use -> use.getDescription())
                .toList();
    }

    static boolean isForeign(String packageName, String root) {
        return isBelow(packageName, "io.counterfoil")
                && !isBelow(packageName, root)
                && !isBelow(packageName, Kinds.COMMON);
    }

    private static boolean isBelow(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
