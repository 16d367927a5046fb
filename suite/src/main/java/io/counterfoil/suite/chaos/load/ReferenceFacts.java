package io.counterfoil.suite.chaos.load;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the ledger tells the others besides its entries, again and again: the name of a company that sells nothing, and a rate that nobody
 * needs. No book changes by it; without it some queues would stay empty.
 */
public final class ReferenceFacts implements AutoCloseable {
    private static final String COMPANY = "/v1/legal-entities/CH01";
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);
    private static final int UNKNOWN = 404;
    private static final long EVERY_SECONDS = 2;

    private final Insistent insistent;
    private final Asked asked;
    private final Api finance;
    private final Api controller;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private int told;

    private ReferenceFacts(Access access, Asked asked) {
        this.asked = asked;
        this.insistent = new Insistent(asked);
        this.finance = access.client(Endpoint.LEDGER, "finance");
        this.controller = access.client(Endpoint.LEDGER, "controller");
    }

    /** Begins at once and goes on until it is closed. */
    public static ReferenceFacts told(Access access, Asked asked) {
        ReferenceFacts facts = new ReferenceFacts(access, asked);
        facts.clock.scheduleWithFixedDelay(facts::tell, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return facts;
    }

    private void tell() {
        told++;
        try {
            company();
            rate();
        } catch (RuntimeException refused) {
            asked.surprise("what the ledger tells: " + refused.getMessage());
        }
    }

    private void company() {
        Reply known = insistent.until("the company", NOT_NOW, () -> finance.get(COMPANY));
        Api changing = known.status() == UNKNOWN ? finance : finance.with("If-Match", known.header("ETag"));
        insistent.until(
                "its name",
                NOT_NOW,
                () -> changing.put(
                        COMPANY,
                        Map.of(
                                "name", "Chaos Reference %d Ltd.".formatted(told),
                                "country", "US",
                                "functionalCurrency", "USD",
                                "timeZone", "America/New_York")));
    }

    private void rate() {
        Map<String, String> rate = Map.of(
                "source", "chaos",
                "type", "SPOT",
                "baseCurrency", "NOK",
                "quoteCurrency", "SEK",
                "validFrom", LocalDate.of(2000, 1, 1).plusDays(told).toString(),
                "rate", "1.01");
        Reply proposed = insistent.until("a rate", NOT_NOW, () -> Insistent.keyed(finance, "rate-" + told)
                .post("/v1/exchange-rates", rate));
        String id = proposed.json().path("rateId").asText();
        insistent.until("its approval", NOT_NOW, () -> Insistent.keyed(controller, "approved-" + told)
                .post("/v1/exchange-rates/" + id + "/approval", null));
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
