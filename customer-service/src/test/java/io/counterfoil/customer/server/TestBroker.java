package io.counterfoil.customer.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A real broker with the configuration that ships, in the test's JVM. */
public final class TestBroker {

    static final String USER = "customer-service";
    static final String PASSWORD = "customer";
    private static final String OPERATOR = "operator";
    private static final String PORT = "BROKER_PORT";

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    private TestBroker() {}

    static TestBroker start() throws Exception {
        System.setProperty(PORT, String.valueOf(ServerUnderTest.freePort()));
        System.setProperty("BROKER_HOST", "localhost");
        System.setProperty(
                "BROKER_DATA",
                Files.createTempDirectory(Path.of("target"), "broker")
                        .toAbsolutePath()
                        .toString());
        TestBroker broker = new TestBroker();
        broker.server.setConfigResourcePath(
                Path.of("../helm/suite/files/broker.xml").toUri().toString());
        broker.server.setSecurityManager(new ActiveMQJAASSecurityManager(
                InVMLoginModule.class.getName(),
                new SecurityConfiguration(
                        Map.of(USER, PASSWORD, OPERATOR, PASSWORD),
                        Map.of(USER, List.of(USER), OPERATOR, List.of(OPERATOR)))));
        broker.server.start();
        return broker;
    }

    String url() {
        return "tcp://localhost:" + System.getProperty(PORT);
    }

    /** Takes all messages that arrive at the queue until {@code atLeast} are there or ten seconds have passed. */
    public static List<ClientMessage> take(String queue, int atLeast) throws Exception {
        List<ClientMessage> taken = new ArrayList<>();
        try (ServerLocator locator = ActiveMQClient.createServerLocator("tcp://localhost:" + System.getProperty(PORT));
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(OPERATOR, PASSWORD, false, true, true, false, 0)) {
            session.start();
            ClientConsumer consumer = session.createConsumer(queue);
            ClientMessage message = consumer.receive(10_000);
            while (message != null) {
                message.acknowledge();
                taken.add(message);
                message = taken.size() < atLeast ? consumer.receive(10_000) : consumer.receiveImmediate();
            }
        }
        return taken;
    }

    void stop() throws Exception {
        server.stop();
    }
}
