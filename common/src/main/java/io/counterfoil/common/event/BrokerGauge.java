package io.counterfoil.common.event;

import io.counterfoil.common.telemetry.Metrics.Gauge;
import io.counterfoil.common.telemetry.Metrics.GaugeSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Whether this service has a connection to the broker. */
@ApplicationScoped
class BrokerGauge implements GaugeSource {

    @Inject
    Broker broker;

    @Override
    public List<Gauge> gauges() {
        BigDecimal connected = broker.isConnected() ? BigDecimal.ONE : BigDecimal.ZERO;
        return List.of(new Gauge("counterfoil_broker_connected", Map.of(), connected));
    }

    @Override
    public boolean asksDatabase() {
        return false;
    }
}
