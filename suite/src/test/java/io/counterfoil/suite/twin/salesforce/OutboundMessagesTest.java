package io.counterfoil.suite.twin.salesforce;

import static io.counterfoil.suite.twin.salesforce.RunningTwin.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundMessagesTest {

    private static final String ACK =
            """
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
             <soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>%s</Ack>
             </notificationsResponse></soapenv:Body></soapenv:Envelope>
            """;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final WebServer listener = WebServer.listen(0).route("POST", "/hook", call -> {
        received.add(new String(call.body(), StandardCharsets.UTF_8));
        return Answer.text(200, ACK.formatted(refusals.getAndDecrement() > 0 ? "false" : "true"));
    });
    private final RunningTwin twin = new RunningTwin(URI.create("http://localhost:" + listener.port() + "/hook"));

    @AfterEach
    void stop() {
        twin.close();
        listener.close();
    }

    @Test
    void a_won_opportunity_is_told_once_with_id_account_stage_and_session() {
        win(1);
        awaitDelivered(1);
        assertThat(received).hasSize(1);
        assertThat(received.get(0))
                .contains("<OrganizationId>00DCf0000000001EAA</OrganizationId>")
                .contains("<SessionId>00DCf0000000001!")
                .contains("xsi:type=\"sf:Opportunity\"")
                .contains("<sf:StageName>Closed Won</sf:StageName>")
                .contains("<sf:AccountId>001");
    }

    @Test
    void it_comes_again_until_the_acknowledgement_says_true() {
        refusals.set(3);
        win(1);
        awaitDelivered(1);
        assertThat(received).hasSize(4);
        assertThat(notifications().at("/0/attempts").asInt()).isEqualTo(4);
    }

    @Test
    void many_at_once_share_one_message() {
        faults("{\"notificationDelayMillis\":300}");
        win(100);
        awaitDelivered(100);
        assertThat(received.size()).isLessThan(100);
        assertThat(received.stream()
                        .mapToInt(message -> message.split("<Notification>").length - 1)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void a_notification_can_be_sent_again_five_times_in_parallel() {
        win(1);
        awaitDelivered(1);
        String id = notifications().at("/0/id").asText();
        JsonNode sent = json(twin.send("POST", "/control/notifications/" + id + "/resend", "{\"times\":5}", null));
        assertThat(sent).hasSize(5).allMatch(delivery -> delivery.path("acknowledged")
                .asBoolean());
        assertThat(received).hasSize(6);
    }

    @Test
    void winning_twice_tells_twice() {
        win(1);
        String stage = "[{\"type\":\"Opportunity\",\"External_Key__c\":\"deal-0\",\"StageName\":\"%s\"}]";
        twin.send("POST", "/control/records", stage.formatted("Negotiation"), null);
        twin.send("POST", "/control/records", stage.formatted("Closed Won"), null);
        awaitDelivered(2);
    }

    private void win(int count) {
        twin.send(
                "POST",
                "/control/records",
                "[{\"type\":\"Account\",\"External_Key__c\":\"a\",\"Name\":\"A & B\"}]",
                null);
        StringBuilder records = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            records.append(i == 0 ? "" : ",")
                    .append(
                            """
                            {"type":"Opportunity","External_Key__c":"deal-%d","Name":"Deal","StageName":"Closed Won",
                             "CloseDate":"2027-01-05","Account":{"External_Key__c":"a"}}
                            """
                                    .formatted(i));
        }
        twin.send("POST", "/control/records", records.append("]").toString(), null);
    }

    private void awaitDelivered(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            JsonNode all = notifications();
            long delivered = 0;
            for (JsonNode one : all) {
                delivered += one.path("delivered").asBoolean() ? 1 : 0;
            }
            return delivered == count;
        });
    }

    private JsonNode notifications() {
        return json(twin.send("GET", "/control/notifications", "", null));
    }

    private void faults(String json) {
        twin.send("PUT", "/control/faults", json, null);
    }
}
