package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token with anything wrong opens nothing: no operation of any service. */
class ForgedTokensIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final ForgedTokens tokens = new ForgedTokens(counterfoil.stack());

    @Test
    void a_token_made_the_same_way_without_a_fault_is_taken() {
        Api caller = counterfoil.stack().anonymous(Endpoint.LEDGER);
        assertThat(caller.with("Authorization", "Bearer " + tokens.right("finance"))
                        .get("/v1/trial-balances")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void no_operation_is_done_for_a_forged_token(Part server) {
        Api stranger = counterfoil.stack().anonymous(server.endpoint());
        List<String> opened = new ArrayList<>();
        for (Contract.Operation operation : Contract.guarded(server)) {
            for (Map.Entry<String, String> token :
                    tokens.wrong(operation.anyRole()).entrySet()) {
                Reply reply = stranger.with("Content-Type", operation.mediaType())
                        .with("Authorization", "Bearer " + token.getValue())
                        .send(
                                operation.method(),
                                operation.path(Contract.ANY_ID),
                                operation.takesBody() ? Map.of() : null);
                if (reply.status() != 401) {
                    opened.add("%s %s with a token %s: %d"
                            .formatted(operation.method(), operation.template(), token.getKey(), reply.status()));
                }
            }
        }
        assertThat(opened).isEmpty();
    }

    /** Who adds an operation names its roles; what is open to all is known by name. */
    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void what_names_no_role_is_a_webhook_or_tells_nothing_of_the_business(Part server) {
        assertThat(Contract.open(server))
                .allMatch(template -> template.startsWith("/hooks/") || template.equals("/metrics"));
    }
}
