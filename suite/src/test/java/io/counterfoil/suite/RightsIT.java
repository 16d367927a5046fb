package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody does anything without a token, and nobody anything that the operation does not name a role for. */
class RightsIT {
    private static final Set<String> ROLES =
            Set.of("sales", "finance", "controller", "support", "partner", "integration", "operator", "auditor");

    private final Counterfoil counterfoil = Counterfoil.running();

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void every_operation_refuses_who_has_no_token_or_none_of_its_roles(Part server) {
        Api stranger = counterfoil.stack().anonymous(server.endpoint());
        List<Contract.Operation> operations = Contract.guarded(server);
        assertThat(operations).hasSizeGreaterThan(10);
        for (Contract.Operation operation : operations) {
            Api says = stranger.with("Content-Type", operation.mediaType());
            assertRefused(says.send(operation.method(), operation.path(Contract.ANY_ID), body(operation)), 401);
            assertRefused(
                    says.with("Authorization", "Bearer forged.by.nobody")
                            .send(operation.method(), operation.path(Contract.ANY_ID), body(operation)),
                    401);
            ROLES.stream()
                    .filter(role -> !operation.roles().contains(role))
                    .forEach(role -> assertRefused(
                            counterfoil
                                    .stack()
                                    .client(server.endpoint(), role)
                                    .with("Content-Type", operation.mediaType())
                                    .send(operation.method(), operation.path(Contract.ANY_ID), body(operation)),
                            403));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void every_operation_lets_in_whoever_has_one_of_its_roles(Part server) {
        Set<String> shutOut = new TreeSet<>();
        for (Contract.Operation operation : Contract.guarded(server)) {
            for (String role : operation.roles()) {
                Reply reply = counterfoil
                        .stack()
                        .client(server.endpoint(), role)
                        .with("Content-Type", operation.mediaType())
                        .send(operation.method(), operation.path(Contract.ANY_ID), body(operation));
                boolean refused = reply.status() == 403
                        && reply.json().path("code").asText().equals("role-missing");
                if (reply.status() == 401 || refused) {
                    shutOut.add(role + ": " + operation.method() + " " + operation.template());
                }
            }
        }
        assertThat(shutOut).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void health_the_contract_and_the_figures_are_open_to_all(Part server) {
        Api stranger = counterfoil.stack().anonymous(server.endpoint());
        for (String path : List.of("/health/live", "/health/ready", "/health/started", "/openapi", "/metrics")) {
            assertThat(stranger.get(path).status()).as(server + path).isEqualTo(200);
        }
    }

    @Test
    void a_token_of_another_issuer_or_audience_is_refused() {
        Api stranger = counterfoil.stack().anonymous(Endpoint.LEDGER);
        String own = counterfoil.stack().access().token("finance", "finance@counterfoil.example");
        String[] parts = own.split("\\.");
        String signatureCut = parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 4) + "AAAA";
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        for (String token : List.of(signatureCut, unsigned)) {
            assertRefused(stranger.with("Authorization", "Bearer " + token).get("/v1/trial-balances"), 401);
        }
        assertThat(stranger.with("Authorization", "Bearer " + own)
                        .get("/v1/trial-balances")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void services_come_to_each_other_as_themselves() {
        String orderId = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitState(orderId, "COMPLETED");
        String customerId =
                counterfoil.orders().order(orderId).path("customerId").asText();
        JsonNode versions = counterfoil
                .as(Endpoint.CUSTOMER, "auditor")
                .get("/v1/customers/" + customerId + "/versions")
                .expect(200)
                .json();
        assertThat(versions.toString()).contains("order-service");
    }

    private static void assertRefused(Reply reply, int status) {
        assertThat(reply.status()).as(reply.method() + " " + reply.uri()).isEqualTo(status);
        assertThat(reply.header("Content-Type"))
                .as(reply.method() + " " + reply.uri())
                .startsWith("application/problem+json");
        assertThat(reply.json().path("code").asText()).isNotBlank();
    }

    private static Object body(Contract.Operation operation) {
        return operation.method().matches("GET|DELETE") ? null : Map.of();
    }
}
