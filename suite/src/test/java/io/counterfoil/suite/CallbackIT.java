package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who wants to know is told of each state of a process once, signed, in its order, and nobody inside our network is called. */
class CallbackIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");

    @Test
    void each_change_of_a_state_is_told_once_signed_and_in_order() {
        try (Letters letters = Letters.open()) {
            operator.put(
                            "/v1/callbacks/watcher",
                            Map.of(
                                    "url",
                                    letters.url(),
                                    "secret",
                                    Letters.SECRET,
                                    "processes",
                                    List.of("quote-to-cash")))
                    .expect(200);
            letters.turnDown(2);
            String order = counterfoil.orders().place(counterfoil.orders().request());
            JsonNode done = counterfoil.orders().awaitState(order, "COMPLETED");
            List<String> states = done.path("states").findValuesAsText("state");
            await("all states are told")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> letters.about(order).size() >= states.size());
            List<Letters.Letter> told = letters.about(order);
            assertThat(told)
                    .extracting(one -> one.data().path("state").asText())
                    .containsExactlyElementsOf(states);
            assertThat(told).allMatch(Letters.Letter::signed);
            assertThat(told).extracting(Letters.Letter::id).doesNotHaveDuplicates();
            assertThat(letters.turnedDown()).as("tried again under the same id").hasSize(2);
            assertThat(told).extracting(Letters.Letter::id).containsAll(letters.turnedDown());
            assertThat(told.get(1).data().path("from").asText()).isEqualTo(states.get(0));
            JsonNode shown = operator.get("/v1/callbacks").expect(200).json().path("items");
            assertThat(shown.toString()).contains("watcher").doesNotContain("whsec_");
            Map<String, Object> same = Map.of("url", letters.url(), "secret", Letters.SECRET);
            operator.put("/v1/callbacks/watcher", same).expect(428);
            operator.with("If-Match", "\"99\"")
                    .put("/v1/callbacks/watcher", same)
                    .expect(412);
            operator.send("DELETE", "/v1/callbacks/watcher", null).expect(204);
            operator.send("DELETE", "/v1/callbacks/watcher", null).expect(404);
        }
    }

    @Test
    void nobody_inside_our_own_network_is_called() {
        for (String inside : List.of(
                "http://127.0.0.1:9082/v1/clock",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "ftp://localhost/",
                "http://example.com/")) {
            assertThat(operator.put("/v1/callbacks/inside", Map.of("url", inside, "secret", Letters.SECRET))
                            .expect(422)
                            .json()
                            .path("code")
                            .asText())
                    .as(inside)
                    .isEqualTo("address-not-allowed");
        }
        operator.put("/v1/callbacks/inside", Map.of("url", "https://localhost/", "secret", "guess me"))
                .expect(422);
        operator.put(
                        "/v1/callbacks/inside",
                        Map.of("url", "https://localhost/", "secret", Letters.SECRET, "processes", List.of("gossip")))
                .expect(422);
    }
}
