package io.counterfoil.common.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Public are a door, a wire record, a fact, an id, a refusal, and one type of a capability that another one calls. */
final class VisibilityRules {
    static final HouseRule ONE_PUBLIC_TYPE = new HouseRule(
            "public are only doors, wire records, facts, ids, refusals and at most one more type of each capability",
            VisibilityRules::capabilitiesThatOfferMore);

    static final HouseRule PUBLIC_BECAUSE_USED =
            new HouseRule("what a capability offers is called by another one", VisibilityRules::offeredButNotUsed);

    static final List<HouseRule> ALL = List.of(ONE_PUBLIC_TYPE, PUBLIC_BECAUSE_USED);

    private VisibilityRules() {}

    private static List<String> capabilitiesThatOfferMore(Code code) {
        List<String> found = new ArrayList<>();
        offeredByPackage(code).forEach((name, offered) -> {
            if (offered.size() > 1) {
                found.add(name + " offers " + offered.size() + " types: "
                        + offered.stream()
                                .map(JavaClass::getSimpleName)
                                .sorted()
                                .toList());
            }
        });
        return found;
    }

    private static List<String> offeredButNotUsed(Code code) {
        return offeredByPackage(code).values().stream()
                .flatMap(List::stream)
                .filter(type -> type.getDirectDependenciesToSelf().stream()
                        .allMatch(use -> use.getOriginClass().getPackageName().equals(type.getPackageName())))
                .map(type -> type.getName() + " is public, but no other capability uses it")
                .toList();
    }

    private static Map<String, List<JavaClass>> offeredByPackage(Code code) {
        return code.classes().stream()
                .filter(type -> Kinds.isPublic(type) && !type.isNestedClass() && !mayBePublic(type))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()));
    }

    /** The containers and mappers of the platform demand it, or it is the vocabulary that travels between capabilities. */
    private static boolean mayBePublic(JavaClass type) {
        return Kinds.DOOR.test(type)
                || Kinds.REFUSAL.test(type)
                || type.isRecord()
                || type.isEnum()
                || type.isAnnotation()
                || holdsOnlyWireRecords(type)
                || type.isAnnotatedWith(Kinds.REST_CLIENT)
                || type.isAnnotatedWith("jakarta.ws.rs.ext.Provider")
                || type.isAssignableTo("jakarta.ws.rs.core.Application")
                || type.isAssignableTo("org.eclipse.microprofile.health.HealthCheck");
    }

    private static boolean holdsOnlyWireRecords(JavaClass type) {
        return type.getSimpleName().endsWith("Json");
    }
}
