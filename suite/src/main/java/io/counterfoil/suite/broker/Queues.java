package io.counterfoil.suite.broker;

import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** The broker seen from outside: what waits in each queue, and a way to send what a test wants to be there. */
public final class Queues {
    public static final String DEAD_LETTERS = "dead-letters";

    private final String url;
    private final String user;
    private final String password;

    public Queues(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Messages that wait or are in delivery, per queue of the services; dead letters not among them. */
    public Map<String, Long> waiting() {
        return inSession(session -> {
            Map<String, Long> counts = new TreeMap<>();
            for (String queue : Topology.QUEUES.keySet()) {
                counts.put(queue, session.queueQuery(SimpleString.of(queue)).getMessageCount());
            }
            return counts;
        });
    }

    public boolean areEmpty() {
        return waiting().values().stream().allMatch(count -> count == 0);
    }

    public boolean answer() {
        try {
            waiting();
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** A multicast address without its queue drops what is sent, and a poison message without a dead-letter queue vanishes. */
    public void requireSafe() {
        inSession(session -> {
            requireQueue(session, DEAD_LETTERS);
            for (String queue : Topology.QUEUES.keySet()) {
                requireQueue(session, queue);
            }
            return null;
        });
    }

    private static void requireQueue(ClientSession session, String queue) throws ActiveMQException {
        if (!session.queueQuery(SimpleString.of(queue)).isExists()) {
            throw new IllegalStateException("the broker has no queue " + queue);
        }
    }

    public long count(String queue) {
        return inSession(session -> session.queueQuery(SimpleString.of(queue)).getMessageCount());
    }

    public long consumers(String queue) {
        return inSession(
                session -> (long) session.queueQuery(SimpleString.of(queue)).getConsumerCount());
    }

    /** Sends a durable message as it stands; properties are strings. */
    public void send(String address, Map<String, String> properties, byte[] body) {
        inSession(session -> {
            ClientMessage message = session.createMessage(true);
            message.setRoutingType(RoutingType.MULTICAST);
            properties.forEach(message::putStringProperty);
            message.getBodyBuffer().writeBytes(body);
            try (var producer = session.createProducer(address)) {
                producer.send(message);
            }
            return null;
        });
    }

    private interface Work<T> {
        T in(ClientSession session) throws ActiveMQException;
    }

    private <T> T inSession(Work<T> work) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(user, password, false, true, true, false, 0)) {
            return work.in(session);
        } catch (Exception e) {
            throw new IllegalStateException("the broker at " + url + " does not answer: " + e.getMessage(), e);
        }
    }
}
