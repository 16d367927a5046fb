package io.counterfoil.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A use case is the transaction; it talks to nobody outside. */
final class TransactionRules {
    static final HouseRule NO_TRANSACTIONAL_CLASS = HouseRule.of(
            "only use cases are transactional",
            noClasses().that(not(Kinds.USE_CASE)).should().beAnnotatedWith(Kinds.TRANSACTIONAL));

    static final HouseRule NO_TRANSACTIONAL_METHOD = HouseRule.of(
            "no method opens a transaction by annotation", noMethods().should().beAnnotatedWith(Kinds.TRANSACTIONAL));

    static final HouseRule NO_TRANSACTION_BY_HAND = HouseRule.of(
            "nobody opens a transaction by hand",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("jakarta\\.transaction\\.(UserTransaction|TransactionManager)"));

    static final HouseRule ONE_METHOD = HouseRule.of(
            "a use case is package-private and has one open method, handle",
            classes()
                    .that(Kinds.USE_CASE)
                    .should()
                    .notBePublic()
                    .andShould(Conditions.be(describe("open by handle alone", TransactionRules::opensOnlyHandle))));

    static final HouseRule NO_REMOTE_CALL =
            new HouseRule("no client of another system is reachable from a use case", TransactionRules::remoteCalls);

    static final List<HouseRule> ALL = List.of(
            NO_TRANSACTIONAL_CLASS, NO_TRANSACTIONAL_METHOD, NO_TRANSACTION_BY_HAND, ONE_METHOD, NO_REMOTE_CALL);

    private TransactionRules() {}

    private static boolean opensOnlyHandle(JavaClass useCase) {
        return useCase.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .allMatch(method -> method.getName().equals("handle"));
    }

    private static List<String> remoteCalls(Code code) {
        return code.classes().stream()
                .filter(Kinds.USE_CASE)
                .flatMap(useCase -> wayOutside(useCase, code).stream())
                .sorted()
                .toList();
    }

    /** Breadth first over calls and fields inside the service; the answer is the way that was found. */
    private static List<String> wayOutside(JavaClass useCase, Code code) {
        Map<JavaClass, String> ways = new HashMap<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        List<String> found = new ArrayList<>();
        ways.put(useCase, useCase.getSimpleName());
        open.add(useCase);
        while (!open.isEmpty()) {
            JavaClass at = open.remove();
            reachedFrom(at).filter(next -> !ways.containsKey(next)).distinct().forEach(next -> {
                String way = ways.get(at) + " > " + next.getSimpleName();
                ways.put(next, way);
                if (Kinds.CALLS_OUTSIDE.test(next)) {
                    found.add(way);
                } else if (next.getName().startsWith(code.root() + ".")) {
                    open.add(next);
                }
            });
        }
        return found;
    }

    private static Stream<JavaClass> reachedFrom(JavaClass type) {
        Stream<JavaClass> called = type.getAccessesFromSelf().stream().map(access -> access.getTargetOwner());
        Stream<JavaClass> held = type.getFields().stream().map(field -> field.getRawType());
        return Stream.concat(called, held);
    }
}
