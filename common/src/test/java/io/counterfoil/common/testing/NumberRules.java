package io.counterfoil.common.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An amount is whole minor units; what is finer has a name of its own. */
final class NumberRules {
    private static final Set<String> BINARY = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    static final HouseRule NO_BINARY_FLOATING_POINT =
            new HouseRule("no double and no float, telemetry instruments excepted", code -> code.classes().stream()
                    .filter(type -> !isInstrument(type))
                    .flatMap(NumberRules::binaryNumbers)
                    .distinct()
                    .toList());

    static final HouseRule DECIMALS_HAVE_NAMES = new HouseRule(
            "BigDecimal only inside named value types: UnitPrice, Quantity, Rate, Share",
            code -> code.classes().stream()
                    .filter(type -> !isNamedValue(type))
                    .flatMap(NumberRules::declaredDecimals)
                    .toList());

    static final List<HouseRule> ALL = List.of(NO_BINARY_FLOATING_POINT, DECIMALS_HAVE_NAMES);

    private NumberRules() {}

    private static boolean isInstrument(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("io.opentelemetry.api.metrics"));
    }

    private static Stream<String> binaryNumbers(JavaClass type) {
        Stream<String> fields = type.getFields().stream()
                .filter(field -> BINARY.contains(field.getRawType().getName()))
                .map(field -> field.getFullName() + " is " + field.getRawType().getSimpleName());
        Stream<String> signatures = type.getCodeUnits().stream()
                .filter(unit -> typesOf(unit).anyMatch(used -> BINARY.contains(used.getName())))
                .map(unit -> unit.getFullName() + " takes or returns double or float");
        Stream<String> calls = type.getMethodCallsFromSelf().stream()
                .filter(call ->
                        BINARY.contains(call.getTarget().getRawReturnType().getName())
                                || BINARY.contains(call.getTargetOwner().getName()))
                .map(call -> call.getDescription());
        return Stream.of(fields, signatures, calls).flatMap(found -> found);
    }

    private static boolean isNamedValue(JavaClass type) {
        String name = type.getSimpleName();
        return name.matches(".*(UnitPrice|Quantity|Rate|Share)")
                || type.isAssignableTo("jakarta.persistence.AttributeConverter");
    }

    private static Stream<String> declaredDecimals(JavaClass type) {
        Stream<String> fields = type.getFields().stream()
                .filter(field -> field.getRawType().isEquivalentTo(BigDecimal.class))
                .map(field -> field.getFullName() + " is a bare BigDecimal");
        Stream<String> signatures = type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(unit -> typesOf(unit).anyMatch(used -> used.isEquivalentTo(BigDecimal.class)))
                .map(unit -> unit.getFullName() + " takes or returns a bare BigDecimal");
        return Stream.concat(fields, signatures);
    }

    private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }
}
