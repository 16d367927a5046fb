package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;

/** Debit is credit: in each entry, in each entity, and as the ledger answers it. */
record JournalBalances(Look look, Access access) implements Check {

    @Override
    public String promise() {
        return "debit equals credit, per entry, per entity, per currency";
    }

    @Override
    public void look(Findings findings) {
        new EntriesBalance(look).look(findings);
        Api ledger = access.client(Endpoint.LEDGER, "controller");
        for (JsonNode balance :
                ledger.get("/v1/trial-balances").expect(200).json().path("items")) {
            findings.equal(
                    "trial balance of " + balance.path("legalEntityId").asText(),
                    balance.path("totalDebit"),
                    balance.path("totalCredit"));
        }
    }
}
