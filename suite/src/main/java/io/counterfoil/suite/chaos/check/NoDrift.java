package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;

/** Counterfoil's own reconciliation agrees: by amount, by document, at one position. */
public final class NoDrift implements Check {
    public static final String PROMISE = "drift is 0.00";

    private final Access access;

    NoDrift(Access access) {
        this.access = access;
    }

    @Override
    public String promise() {
        return PROMISE;
    }

    @Override
    public void look(Findings findings) {
        JsonNode run = access.client(Endpoint.WAREHOUSE, "controller")
                .post("/v1/reconciliations", null)
                .expect(201)
                .json();
        for (JsonNode pair : run.path("pairs")) {
            String name = pair.path("pair").asText();
            findings.equal(
                    "documents that differ, " + name,
                    "0",
                    pair.path("driftDocuments").asText());
            for (JsonNode drift : pair.path("drift")) {
                if (new BigDecimal(drift.path("amount").asText()).signum() != 0) {
                    findings.adrift("%s by %s %s"
                            .formatted(
                                    name,
                                    drift.path("amount").asText(),
                                    drift.path("currency").asText()));
                }
            }
        }
        run.path("drift").forEach(item -> findings.adrift(item.toString()));
    }
}
