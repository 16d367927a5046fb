package io.counterfoil.suite.chaos.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Many deals at a rate, for measuring: they lie in the CRM before the first one is won. */
public final class WonDeals implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final int TOGETHER = 100;
    private static final long SECOND = 1_000_000_000L;
    private static final long TICK = 10_000_000L;

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

    /** They are won one after the other, so many in a second, those whose time has come in one call; 0 is as fast as it goes. */
    public void winAll(List<Deal> deals, int perSecond) {
        long began = System.nanoTime();
        List<Future<?>> calls = new ArrayList<>();
        int won = 0;
        while (won < deals.size()) {
            int due = due(deals.size(), perSecond, System.nanoTime() - began);
            int to = Math.min(due, won + TOGETHER);
            if (to > won) {
                List<String> keys =
                        deals.subList(won, to).stream().map(Deal::key).toList();
                calls.add(callers.submit(
                        () -> crm.post("/control/opportunities/close", keys).expect(204)));
                won = to;
            } else {
                LockSupport.parkNanos(TICK);
            }
        }
        Workload.awaitAll(calls);
    }

    private static int due(int all, int perSecond, long nanos) {
        return perSecond == 0 ? all : (int) Math.min(all, 1 + nanos * perSecond / SECOND);
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
