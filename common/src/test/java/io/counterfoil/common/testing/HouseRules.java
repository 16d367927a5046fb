package io.counterfoil.common.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house as tests. A service runs them by three lines:
 *
 * <pre>
 * class HouseRulesTest {
 *     &#64;TestFactory
 *     Stream&lt;DynamicTest&gt; the_house_rules() {
 *         return HouseRules.of("io.counterfoil.billing");
 *     }
 * }
 * </pre>
 */
public final class HouseRules {
    private HouseRules() {}

    /** All rules, for the service whose code lies below this root package; run in the service's own folder. */
    public static Stream<DynamicTest> of(String rootPackage) {
        return tests(rootPackage, forServices());
    }

    /** The rules that also hold for the foundation, which may open transactions and offers its types to all. */
    public static Stream<DynamicTest> ofFoundation(String rootPackage) {
        return tests(rootPackage, forFoundation());
    }

    private static Stream<DynamicTest> tests(String rootPackage, List<List<HouseRule>> rules) {
        Code code = Code.ofModule(rootPackage);
        return rules.stream()
                .flatMap(List::stream)
                .map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> rule.check(code)));
    }

    static List<List<HouseRule>> forServices() {
        return List.of(
                VisibilityRules.ALL,
                TransactionRules.ALL,
                StructureRules.ALL,
                DomainRules.ALL,
                NumberRules.ALL,
                NameRules.ALL,
                SourceRules.ALL,
                FactRules.ALL);
    }

    private static List<List<HouseRule>> forFoundation() {
        return List.of(
                List.of(StructureRules.NO_OTHER_SERVICE),
                List.of(DomainRules.NO_SETTERS, DomainRules.NO_PUBLIC_FIELDS),
                List.of(NumberRules.NO_BINARY_FLOATING_POINT),
                NameRules.ALL,
                SourceRules.ALL);
    }
}
