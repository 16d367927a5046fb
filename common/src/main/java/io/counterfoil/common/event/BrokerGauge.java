package io.counterfoil.common.event;

import io.counterfoil.common.telemetry.Metrics.Gauge;
import io.counterfoil.common.telemetry.Metrics.GaugeSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether this service has a connection to the broker, and how many dead letters lie there, whoever's they are. */
@ApplicationScoped
class BrokerGauge implements GaugeSource {

    @Inject
    Broker broker;

    @Override
    public List<Gauge> gauges() {
        List<Gauge> gauges = new ArrayList<>();
        BigDecimal connected = broker.isConnected() ? BigDecimal.ONE : BigDecimal.ZERO;
        gauges.add(new Gauge("counterfoil_broker_connected", Map.of(), connected));
        broker.deadLetters()
                .ifPresent(count ->
                        gauges.add(new Gauge("counterfoil_dead_letters", Map.of(), BigDecimal.valueOf(count))));
        return gauges;
    }

    @Override
    public boolean asksDatabase() {
        return false;
    }
}
