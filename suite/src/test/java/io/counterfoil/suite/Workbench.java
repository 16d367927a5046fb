package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The exceptions of one service, as the people see them who mend their causes. */
record Workbench(Counterfoil counterfoil, Endpoint service) {

    List<JsonNode> open(String subject) {
        return Books.list(operator()
                .get("/v1/exceptions?state=OPEN&subject=" + subject)
                .expect(200)
                .json()
                .path("items"));
    }

    /** Waits until so many are open for the subject; oldest first. */
    List<JsonNode> awaitOpen(String subject, int count) {
        return await(count + " open exceptions of " + subject + " in " + service)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> open(subject), found -> found.size() == count);
    }

    JsonNode one(String id) {
        return operator().get("/v1/exceptions/" + id).expect(200).json();
    }

    String original(String id) {
        return operator().get("/v1/exceptions/" + id + "/original").expect(200).text();
    }

    Reply replay(String id) {
        return operator().send("POST", "/v1/exceptions/" + id + "/replay", null);
    }

    /** Replays everything that is still open here, oldest first. */
    void replayAll() {
        counterfoil.stack().time().settle();
        Books.list(operator()
                        .get("/v1/exceptions?state=OPEN")
                        .expect(200)
                        .json()
                        .path("items"))
                .forEach(open -> replay(open.path("id").asText()).expect(200));
    }

    /** Two people agree that it needs no effect. */
    void waive(String id, String reason) {
        operator()
                .post("/v1/exceptions/" + id + "/waiver", Map.of("reason", reason))
                .expect(200);
        counterfoil
                .as(service, "operator", "checker@counterfoil.example")
                .send("POST", "/v1/exceptions/" + id + "/approval", null)
                .expect(200);
    }

    private Client operator() {
        return counterfoil.as(service, "operator");
    }
}
