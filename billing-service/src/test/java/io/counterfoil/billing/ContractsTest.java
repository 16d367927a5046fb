package io.counterfoil.billing;

import io.counterfoil.common.testing.ContractRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {
    @TestFactory
    Stream<DynamicTest> the_contracts() {
        return ContractRules.of("io.counterfoil.billing");
    }
}
