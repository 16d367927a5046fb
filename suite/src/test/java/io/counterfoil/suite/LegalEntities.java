package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;

/** Further legal entities of the group, with the accounts and rules of the demo's. */
record LegalEntities(Counterfoil counterfoil) {

    /** A company that can issue invoices, but has no posting rules yet. */
    void addWithoutRules(String id) {
        counterfoil
                .as(Endpoint.LEDGER, "finance")
                .put(
                        "/v1/legal-entities/" + id,
                        Map.of(
                                "name",
                                "Larkspur Sample " + id,
                                "country",
                                "US",
                                "functionalCurrency",
                                "USD",
                                "timeZone",
                                "America/New_York"))
                .ok();
        calls(id, path -> path.contains("/v1/accounts/"));
        calls(id, path -> path.contains("/v1/number-series/"));
        counterfoil.stack().time().settle();
    }

    void addRules(String id) {
        calls(id, path -> path.contains("/v1/posting-rules/"));
    }

    /** All rules but that one. */
    void addRulesBut(String id, String missing) {
        calls(id, path -> path.contains("/v1/posting-rules/") && !path.endsWith("/" + id + "-" + missing));
    }

    private void calls(String id, Predicate<String> wanted) {
        for (JsonNode section : Json.read(reference().replace("{entity}", id))) {
            Client service =
                    counterfoil.as(Endpoint.valueOf(section.path("service").asText()), "finance");
            for (JsonNode call : section.path("calls")) {
                String path = call.path("path").asText();
                if (path.contains(id) && wanted.test(path)) {
                    service.put(path, call.path("body")).ok();
                    if (path.contains("/v1/posting-rules/")) {
                        counterfoil
                                .as(Endpoint.LEDGER, "controller")
                                .post(path + "/approval", null)
                                .ok();
                    }
                }
            }
        }
    }

    private static String reference() {
        try (InputStream in = LegalEntities.class.getResourceAsStream("/demo/reference.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
