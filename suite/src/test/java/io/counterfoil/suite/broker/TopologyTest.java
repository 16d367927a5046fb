package io.counterfoil.suite.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.stack.Layout;
import io.counterfoil.suite.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A queue that nobody reads fills the disk; one that nobody declared loses what is sent. */
class TopologyTest {
    private final Layout layout = Layout.of("test");

    @Test
    void theBrokerDeclaresExactlyTheQueuesOfTheServices() throws Exception {
        assertThat(declared()).isEqualTo(new TreeMap<>(Topology.QUEUES));
    }

    @Test
    void everyQueueIsReadByTheServiceThatItIsNamedAfter() throws IOException {
        TreeSet<String> read = new TreeSet<>();
        for (Part server : Part.servers()) {
            queuesOf(server).forEach(queue -> {
                assertThat(queue).startsWith(server.label().replaceAll("-.*", "") + ".");
                read.add(queue);
            });
        }
        assertThat(read).isEqualTo(new TreeSet<>(Topology.QUEUES.keySet()));
    }

    private TreeSet<String> queuesOf(Part server) throws IOException {
        Path file = layout.module(server).resolve("src/main/resources/META-INF/microprofile-config.properties");
        Properties settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        TreeSet<String> queues = new TreeSet<>();
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".queue"))
                .forEach(name -> queues.add(settings.getProperty(name)));
        return queues;
    }

    private Map<String, String> declared() throws Exception {
        Map<String, String> queues = new TreeMap<>();
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(layout.root().resolve("helm/suite/files/broker.xml").toFile())
                .getElementsByTagName("queue");
        for (int i = 0; i < found.getLength(); i++) {
            Element queue = (Element) found.item(i);
            Element address = (Element) queue.getParentNode().getParentNode();
            if (address.getAttribute("name").endsWith(".events")) {
                queues.put(queue.getAttribute("name"), address.getAttribute("name"));
            }
        }
        return queues;
    }
}
