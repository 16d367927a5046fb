package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people may decide of an exception, through the same door in every service; here at each that listens to billing. */
class DecisionsIT {
    private final Counterfoil counterfoil = Counterfoil.running();

    @Test
    void an_exception_is_taken_on_edited_by_two_and_in_the_end_waived_by_two() {
        Poison poison = Poison.send(counterfoil);
        for (Endpoint service : Poison.CONSUMERS) {
            JsonNode parked = new Workbench(counterfoil, service)
                    .awaitOpen(poison.subject(), 1)
                    .get(0);
            decide(service, "/v1/exceptions/" + parked.path("id").asText());
        }
        counterfoil.books().balance();
    }

    private void decide(Endpoint service, String exception) {
        Client maker = counterfoil.as(service, "operator");
        Client checker = counterfoil.as(service, "operator", "checker@counterfoil.example");
        assertThat(maker.get(exception).expect(200).json().path("state").asText())
                .isEqualTo("OPEN");
        maker.get(exception + "/original").expect(200);
        maker.post(exception + "/assignment", Map.of("assignee", "maker@counterfoil.example"))
                .expect(200);
        maker.post(exception + "/edit", edit("still no JSON")).expect(200);
        maker.send("POST", exception + "/approval", null).expect(403);
        checker.send("POST", exception + "/approval", null).expect(200, 422);
        maker.post(exception + "/waiver", Map.of("reason", "sent by a test")).expect(200);
        checker.send("POST", exception + "/approval", null).expect(200);
        maker.send("POST", exception + "/replay", null).expect(409);
    }

    private static Map<String, String> edit(String body) {
        return Map.of("reason", "mended by hand", "body", body);
    }
}
