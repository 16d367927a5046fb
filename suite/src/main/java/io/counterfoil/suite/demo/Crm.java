package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import java.util.Map;

/** The CRM, as the sales team and its administrator use it. */
record Crm(Api twin) {

    /** Fills it with accounts, products and opportunities. Returns how many records there are. */
    int fill(String records) {
        return twin.post("/control/records", records).expect(200).json().size();
    }

    /** A deal is won: the stage becomes Closed Won, and the CRM tells it. */
    void win(String key) {
        twin.post("/control/opportunities/" + key + "/close", Map.of()).expect(200);
    }

    /** The same message again, so many times at once. */
    void repeatMessage(String key, int times) {
        JsonNode sent = twin.get("/control/notifications?opportunityId=" + id(key))
                .expect(200)
                .json();
        String message = sent.path(0).path("id").asText();
        twin.post("/control/notifications/" + message + "/resend", Map.of("times", times))
                .expect(200);
    }

    JsonNode opportunity(String key) {
        return twin.get("/control/records/Opportunity/" + key).expect(200).json();
    }

    String id(String key) {
        return opportunity(key).path("Id").asText();
    }

    /** The fields in which the integration contradicted itself over time. */
    JsonNode contradictions() {
        return twin.get("/control/contradictions").expect(200).json();
    }
}
