package io.counterfoil.common.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** A real Artemis with its journal on disk, which a test may stop and start again. */
public final class TestBroker implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> queues;
    private final int port;
    private EmbeddedActiveMQ server;

    private TestBroker(Path folder, Map<String, String> queues) {
        this.folder = folder;
        this.queues = queues;
        this.port = freePort();
    }

    /** Starts it with these durable queues on their addresses, and the dead-letter queue. */
    public static TestBroker start(Path folder, Map<String, String> addressOfQueue) {
        TestBroker broker = new TestBroker(folder, addressOfQueue);
        broker.start();
        return broker;
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public void start() {
        try {
            server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration());
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not start", e);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    /** From now on only such messages come into the queue. */
    public void filter(String queue, String filter) {
        try {
            server.getActiveMQServer().updateQueue(QueueConfiguration.of(queue).setFilterString(filter));
        } catch (Exception e) {
            throw new IllegalStateException("the filter can't be set: " + filter, e);
        }
    }

    /** How many messages wait in the queue. */
    public long waiting(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    @Override
    public void close() {
        stop();
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJournalFileSize(1024 * 1024)
                .setJournalMinFiles(2)
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setDeadLetterAddress(
                                        org.apache.activemq.artemis.api.core.SimpleString.of("dead-letters")))
                .addAcceptorConfiguration("tcp", url());
        configuration.addQueueConfiguration(
                QueueConfiguration.of("dead-letters").setAddress("dead-letters").setRoutingType(RoutingType.ANYCAST));
        queues.forEach((queue, address) -> configuration.addQueueConfiguration(
                QueueConfiguration.of(queue).setAddress(address).setRoutingType(RoutingType.MULTICAST)));
        return configuration;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
