package io.counterfoil.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What was answered 2xx is on disk: the settings that this rests on, as they are deployed. */
class DurabilityTest {

    @Test
    void the_broker_syncs_keeps_ids_and_loses_nothing_when_it_is_full_or_fed_poison() throws Exception {
        Document broker = broker();
        assertThat(text(broker, "journal-sync-transactional")).isEqualTo("true");
        assertThat(text(broker, "journal-sync-non-transactional")).isEqualTo("true");
        assertThat(text(broker, "journal-datasync")).isEqualTo("true");
        assertThat(text(broker, "persist-id-cache")).isEqualTo("true");
        assertThat(text(broker, "security-enabled")).isEqualTo("true");
        assertThat(text(broker, "dead-letter-address")).isNotBlank();
        assertThat(text(broker, "expiry-address")).isNotBlank();
        assertThat(text(broker, "address-full-policy")).isEqualTo("PAGE");
        assertThat(Integer.parseInt(text(broker, "max-delivery-attempts"))).isPositive();
        assertThat(Integer.parseInt(text(broker, "redelivery-delay"))).isPositive();
        assertThat(text(broker, "redelivery-delay-multiplier")).isNotBlank();
        assertThat(text(broker, "redelivery-collision-avoidance-factor")).isNotBlank();
    }

    @Test
    void every_multicast_address_of_a_producer_with_consumers_has_its_queues() throws Exception {
        String xml = Charts.development().stream()
                .filter(manifest -> manifest.path("kind").asText().equals("ConfigMap"))
                .findFirst()
                .orElseThrow()
                .at("/data/broker.xml")
                .asText();
        assertThat(xml)
                .contains(
                        "billing.order-events",
                        "ledger.order-events",
                        "ledger.billing-events",
                        "warehouse.ledger-events",
                        "order.ledger-events");
    }

    @Test
    void the_database_syncs() {
        String arguments = statefulSet("counterfoil-postgresql")
                .at("/spec/template/spec/containers/0/args")
                .toString();
        assertThat(arguments).contains("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    }

    @Test
    void pools_stay_below_what_the_database_allows() {
        JsonNode arguments = statefulSet("counterfoil-postgresql").at("/spec/template/spec/containers/0/args");
        int allowed = Integer.parseInt(arguments.toString().replaceAll(".*max_connections=(\\d+).*", "$1"));
        int wanted = Charts.development().stream()
                .filter(manifest -> manifest.path("kind").asText().equals("Deployment"))
                .mapToInt(DurabilityTest::connections)
                .sum();
        assertThat(wanted).isPositive().isLessThan(allowed);
    }

    private static int connections(JsonNode deployment) {
        int pool = 0;
        for (JsonNode variable : deployment.at("/spec/template/spec/containers/0/env")) {
            if (variable.path("name").asText().equals("DB_POOL")) {
                pool = variable.path("value").asInt();
            }
        }
        return pool * deployment.at("/spec/replicas").asInt(1);
    }

    private static JsonNode statefulSet(String name) {
        return Charts.development().stream()
                .filter(manifest -> manifest.path("kind").asText().equals("StatefulSet"))
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Document broker() throws Exception {
        String xml = Charts.development().stream()
                .filter(manifest -> manifest.path("kind").asText().equals("ConfigMap"))
                .findFirst()
                .orElseThrow()
                .at("/data/broker.xml")
                .asText();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document document, String element) throws Exception {
        XPath path = XPathFactory.newInstance().newXPath();
        return path.evaluate("//*[local-name()='" + element + "']", document);
    }
}
