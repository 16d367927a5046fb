package io.counterfoil.suite.chaos.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Many deals at a rate, for measuring: they lie in the CRM before the first one is won. */
public final class WonDeals implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final int TOGETHER = 100;
    private static final long SECOND = 1_000_000_000L;

    private final Api crm;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    public WonDeals(Access access) {
        this.crm = access.anonymous(Endpoint.SALESFORCE);
    }

    /** The deals and their accounts lie in the CRM, not won yet. */
    public void fill(List<Deal> deals) {
        for (int from = 0; from < deals.size(); from += TOGETHER) {
            ArrayNode records = Json.MAPPER.createArrayNode();
            deals.subList(from, Math.min(deals.size(), from + TOGETHER))
                    .forEach(deal -> records.addAll(Requests.records(deal)));
            crm.post("/control/records", records).expect(200);
        }
    }

    /** They are won one after the other, so many in a second; 0 is as fast as it goes. */
    public void winAll(List<Deal> deals, int perSecond) {
        long began = System.nanoTime();
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = deals.get(i);
            long due = perSecond == 0 ? began : began + i * (SECOND / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            calls.add(callers.submit(() -> crm.post("/control/opportunities/" + deal.key() + "/close", Map.of())
                    .expect(200)));
        }
        Workload.awaitAll(calls);
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
