package io.counterfoil.suite.twin.salesforce;

import static io.counterfoil.suite.twin.salesforce.RunningTwin.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesforceApiTest {

    private static final String OBJECTS = "/services/data/v62.0/sobjects/";

    private final RunningTwin twin = new RunningTwin(URI.create("http://localhost:1/nobody"));
    private String session;
    private String opportunity;

    @BeforeEach
    void one_opportunity() {
        session = twin.session();
        control(
                """
                [{"type":"Account","External_Key__c":"acme","Name":"Acme Orbital GmbH"},
                 {"type":"Opportunity","External_Key__c":"deal","Name":"Deal","StageName":"Prospecting",
                  "CloseDate":"2027-01-05","Amount":1200.10,"Account":{"External_Key__c":"acme"}}]
                """);
        opportunity = json(twin.query("SELECT Id FROM Opportunity", session))
                .at("/records/0/Id")
                .asText();
    }

    @AfterEach
    void stop() {
        twin.close();
    }

    @Test
    void an_assertion_that_is_wrong_in_any_claim_or_its_signature_gets_no_session() {
        Date past = Date.from(Instant.now().minusSeconds(5));
        assertThat(refusal(twin.assertion(twin.goodClaims(), RunningTwin.keys())))
                .isEqualTo("invalid assertion");
        assertThat(refusal("no.jwt.at-all")).isEqualTo("invalid assertion");
        assertThat(refusal(twin.assertion(twin.goodClaims().audience("https://evil.example"), twin.key())))
                .isEqualTo("audience is invalid");
        assertThat(refusal(twin.assertion(twin.goodClaims().expirationTime(past), twin.key())))
                .isEqualTo("expired authorization code");
        assertThat(refusal(twin.assertion(twin.goodClaims().subject("somebody@else.example"), twin.key())))
                .isEqualTo("user hasn't approved this consumer");
        assertThat(refusal(twin.assertion(twin.goodClaims().issuer("unknown"), twin.key())))
                .isEqualTo("client identifier invalid");
    }

    @Test
    void a_session_that_ended_is_refused_with_an_array() {
        twin.send("POST", "/control/sessions/end", "", null);
        HttpResponse<String> answer = twin.query("SELECT Id FROM Account", session);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).at("/0/errorCode").asText()).isEqualTo("INVALID_SESSION_ID");
    }

    @Test
    void many_records_are_updated_in_one_request_each_with_a_result_of_its_own() {
        String records =
                """
                {"allOrNone":false,"records":[
                 {"attributes":{"type":"Opportunity"},"id":"%s","Counterfoil_Order_Number__c":"O-000001"},
                 {"attributes":{"type":"Opportunity"},"id":"006Cf0000000zzz","Counterfoil_Order_Number__c":"O-000002"}]}
                """
                        .formatted(opportunity);
        JsonNode results = json(twin.send("PATCH", "/services/data/v62.0/composite/sobjects", records, session));
        assertThat(results.at("/0/success").asBoolean()).isTrue();
        assertThat(results.at("/0/id").asText()).isEqualTo(opportunity);
        assertThat(results.at("/1/success").asBoolean()).isFalse();
        assertThat(results.at("/1/errors/0/statusCode").asText()).isEqualTo("NOT_FOUND");
        JsonNode shown = json(twin.query(
                "SELECT Counterfoil_Order_Number__c FROM Opportunity WHERE Id IN ('" + opportunity + "')", session));
        assertThat(shown.at("/records/0/Counterfoil_Order_Number__c").asText()).isEqualTo("O-000001");
    }

    @Test
    void a_record_is_retrieved_with_exact_decimals_whole_or_by_field() {
        HttpResponse<String> whole = twin.send("GET", OBJECTS + "Opportunity/" + opportunity, "", session);
        assertThat(whole.body()).contains("\"Amount\":1200.10");
        assertThat(json(whole).at("/attributes/type").asText()).isEqualTo("Opportunity");
        JsonNode some =
                json(twin.send("GET", OBJECTS + "Opportunity/" + opportunity + "?fields=Name,IsWon", "", session));
        assertThat(some.has("Amount")).isFalse();
        assertThat(some.path("IsWon").asBoolean()).isFalse();
        assertThat(twin.send("GET", OBJECTS + "Opportunity/006Cf0000000zzz", "", session)
                        .statusCode())
                .isEqualTo(404);
        assertThat(error("GET", "Opportunity/nonsense", "")).isEqualTo("400 MALFORMED_ID");
    }

    @Test
    void an_update_answers_204_and_is_in_the_books() {
        String body = "{\"Counterfoil_Order_Number__c\":\"O-000001\"}";
        assertThat(twin.send("PATCH", OBJECTS + "Opportunity/" + opportunity, body, session)
                        .statusCode())
                .isEqualTo(204);
        JsonNode writes = json(twin.send("GET", "/control/writes?recordId=" + opportunity, "", null));
        assertThat(writes).hasSize(1);
        assertThat(writes.at("/0/newValue").asText()).isEqualTo("O-000001");
        assertThat(writes.at("/0/by").asText()).isEqualTo(RunningTwin.USER);
        assertThat(contradictions()).isEmpty();
        String other = "{\"Counterfoil_Order_Number__c\":\"O-000002\"}";
        twin.send("PATCH", OBJECTS + "Opportunity/" + opportunity, other, session);
        assertThat(contradictions()).hasSize(1);
    }

    @Test
    void an_update_that_does_not_fit_the_schema_changes_nothing() {
        assertThat(error("PATCH", "Opportunity/" + opportunity, "{\"Nonsense__c\":1}"))
                .isEqualTo("400 INVALID_FIELD");
        assertThat(error("PATCH", "Opportunity/" + opportunity, "{\"Amount\":\"x\"}"))
                .isEqualTo("400 JSON_PARSER_ERROR");
        assertThat(error("PATCH", "Opportunity/" + opportunity, "{\"Amount\":")).isEqualTo("400 JSON_PARSER_ERROR");
        assertThat(error("PATCH", "Opportunity/" + opportunity, "{\"Id\":\"006Cf0000000001\"}"))
                .isEqualTo("400 INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(error("POST", "Account", "{\"Website\":\"acme.example\"}")).isEqualTo("400 REQUIRED_FIELD_MISSING");
    }

    @Test
    void an_upsert_by_external_id_creates_on_a_miss_and_updates_after() {
        String path = OBJECTS + "Account/External_Key__c/globex";
        HttpResponse<String> created = twin.send("PATCH", path, "{\"Name\":\"Globex Tidal Ltd\"}", session);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("created").asBoolean()).isTrue();
        HttpResponse<String> updated = twin.send("PATCH", path, "{\"Name\":\"Globex Tidal plc\"}", session);
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(json(updated).path("id")).isEqualTo(json(created).path("id"));
        assertThat(json(updated).path("created").asBoolean()).isFalse();
    }

    @Test
    void a_long_result_comes_in_pages() {
        faults("{\"queryBatchSize\":1}");
        control("[{\"type\":\"Account\",\"External_Key__c\":\"second\",\"Name\":\"Second\"}]");
        JsonNode first = json(twin.query("SELECT Name FROM Account ORDER BY Name", session));
        assertThat(first.path("done").asBoolean()).isFalse();
        assertThat(first.path("totalSize").asInt()).isEqualTo(2);
        JsonNode last = json(twin.send("GET", first.path("nextRecordsUrl").asText(), "", session));
        assertThat(last.path("done").asBoolean()).isTrue();
        assertThat(last.at("/records/0/Name").asText()).isEqualTo("Second");
    }

    @Test
    void an_answer_that_is_lost_leaves_the_change_done() {
        faults("{\"commitThenHangUpNext\":1}");
        String body = "{\"Counterfoil_Order_Number__c\":\"O-000009\"}";
        assertThatThrownBy(() -> twin.send("PATCH", OBJECTS + "Opportunity/" + opportunity, body, session))
                .isInstanceOf(UncheckedIOException.class);
        HttpResponse<String> after = twin.send("GET", OBJECTS + "Opportunity/" + opportunity, "", session);
        assertThat(after.body()).contains("O-000009");
    }

    @Test
    void a_later_release_answers_with_further_fields_and_the_same_values() {
        JsonNode before = json(twin.query("SELECT Id, Name FROM Opportunity", session));
        faults("{\"schemaDrift\":true}");
        JsonNode after = json(twin.query("SELECT Id, Name FROM Opportunity", session));
        assertThat(after.at("/records/0/Name")).isEqualTo(before.at("/records/0/Name"));
        assertThat(after.at("/records/0").size())
                .isGreaterThan(before.at("/records/0").size());
        assertThat(after.properties().iterator().next().getKey()).isEqualTo("Announced_By_Nobody__c");
    }

    @Test
    void an_exhausted_limit_is_said_in_the_product_s_words() {
        faults("{\"failNext\":1,\"failStatus\":403}");
        assertThat(error("GET", "Opportunity/" + opportunity, "")).isEqualTo("403 REQUEST_LIMIT_EXCEEDED");
        assertThat(twin.query("SELECT Id FROM Account", session).statusCode()).isEqualTo(200);
    }

    private String refusal(String assertion) {
        HttpResponse<String> answer = twin.token(assertion);
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).path("error_description").asText();
    }

    private String error(String method, String path, String body) {
        HttpResponse<String> answer = twin.send(method, OBJECTS + path, body, session);
        return answer.statusCode() + " " + json(answer).at("/0/errorCode").asText();
    }

    private JsonNode contradictions() {
        return json(twin.send("GET", "/control/contradictions", "", null));
    }

    private void control(String records) {
        assertThat(twin.send("POST", "/control/records", records, null).statusCode())
                .isEqualTo(200);
    }

    private void faults(String json) {
        assertThat(twin.send("PUT", "/control/faults", json, null).statusCode()).isEqualTo(204);
    }
}
