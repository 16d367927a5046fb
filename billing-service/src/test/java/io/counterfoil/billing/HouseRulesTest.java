package io.counterfoil.billing;

import io.counterfoil.common.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> the_house_rules() {
        return HouseRules.of("io.counterfoil.billing");
    }
}
