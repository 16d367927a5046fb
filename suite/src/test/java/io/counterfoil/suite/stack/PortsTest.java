package io.counterfoil.suite.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theServersHaveTheirUsualPorts() {
        Ports ports = Ports.usual(0, Map.of());
        assertThat(Part.servers()).map(Part::endpoint).map(ports::of).containsExactly(9081, 9082, 9083, 9084, 9085);
    }

    @Test
    void anOffsetMovesAllAndAVariableSetsOne() {
        Ports ports = Ports.usual(100, Map.of("COUNTERFOIL_PORT_BILLING", "18083"));
        assertThat(ports.of(Endpoint.ORDER)).isEqualTo(9182);
        assertThat(ports.of(Endpoint.BILLING)).isEqualTo(18083);
        assertThat(ports.url(Endpoint.BILLING)).hasToString("http://localhost:18083");
    }

    @Test
    void aVariableThatIsNoNumberIsNamed() {
        Map<String, String> environment = Map.of("COUNTERFOIL_PORT_BROKER", "many");
        assertThatThrownBy(() -> Ports.usual(0, environment))
                .isInstanceOf(CannotStart.class)
                .hasMessage("COUNTERFOIL_PORT_BROKER is no port: many");
    }

    @Test
    void anOffsetThatLeavesTheRangeOfPortsIsRefusedWithTheLargestOne() {
        assertThat(Ports.usual(3_919, Map.of()).of(Endpoint.BROKER)).isEqualTo(65_535);
        assertThatThrownBy(() -> Ports.usual(4_000, Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--port-offset may be 3919 at most")
                .hasMessageContaining("COUNTERFOIL_PORT_BROKER");
    }
}
