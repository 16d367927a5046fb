package io.counterfoil.suite.twin.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.counterfoil.suite.twin.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Our message beside one that the product itself sent. */
class OutboundMessageSampleTest {

    private static final Path SAMPLE =
            Path.of(System.getProperty("counterfoil.fixtures", "")).resolve("salesforce/aspnet.OutboundMessage1.xml");

    @Test
    void our_message_has_the_elements_of_a_real_one_at_the_same_places() throws Exception {
        assumeTrue(Files.isReadable(SAMPLE), "no third-party samples: set counterfoil.fixtures");
        Set<String> real = elements(Files.readAllBytes(SAMPLE));
        Set<String> ours = elements(message().getBytes(StandardCharsets.UTF_8));
        assertThat(withoutFields(ours)).isEqualTo(withoutFields(real));
    }

    private static String message() {
        Org org = new Org();
        String body = "{\"Name\":\"Deal\",\"StageName\":\"Closed Won\",\"CloseDate\":\"2027-01-05\"}";
        String id = org.create(Schema.OPPORTUNITY, Json.tree(body.getBytes(StandardCharsets.UTF_8)), "test")
                .id();
        Notification one = new Notification(RecordId.numbered("04l", 1), id, Instant.EPOCH, 0, false);
        return SoapMessage.of("00DCf0000000001EAA", "session", "http://localhost", List.of(one), org);
    }

    /** Which fields of the record are sent is chosen in each org. */
    private static Set<String> withoutFields(Set<String> elements) {
        Set<String> frame = new TreeSet<>(elements);
        frame.removeIf(path -> path.contains("/sObject{")
                && path.substring(path.indexOf("/sObject{") + 9).contains("/"));
        return frame;
    }

    private static Set<String> elements(byte[] xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Set<String> found = new TreeSet<>();
        collect(
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml))
                        .getDocumentElement(),
                "",
                found);
        return found;
    }

    private static void collect(Node node, String path, Set<String> found) {
        String here = "%s/%s{%s}"
                .formatted(
                        path,
                        node.getLocalName(),
                        String.valueOf(node.getNamespaceURI()).hashCode());
        found.add(here);
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                collect(child, here, found);
            }
        }
    }
}
