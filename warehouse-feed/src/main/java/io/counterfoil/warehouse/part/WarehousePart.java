package io.counterfoil.warehouse.part;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Asks the warehouse part. */
@ApplicationScoped
class WarehousePart implements Guarded {

    @Inject
    PartClient client;

    @Override
    public Part part() {
        return Part.WAREHOUSE;
    }

    @Override
    @Timeout(value = PartClient.PATIENCE_SECONDS, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 3, delayUnit = ChronoUnit.SECONDS)
    @Fallback(NoAnswer.class)
    public Reply ask(Question question) {
        return client.send(question);
    }
}
