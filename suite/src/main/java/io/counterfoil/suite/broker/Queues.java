package io.counterfoil.suite.broker;

import io.counterfoil.suite.client.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;

/** The broker seen from outside: what waits in each queue, and a way to send what a test wants to be there. */
public final class Queues {
    public static final String DEAD_LETTERS = "dead-letters";
    private static final long MANAGEMENT_MILLIS = 10_000;

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
        return areEmpty(queue -> true);
    }

    /** Whether nothing waits in any of the queues that are meant. */
    public boolean areEmpty(Predicate<String> meant) {
        return waiting().entrySet().stream().allMatch(queue -> queue.getValue() == 0 || !meant.test(queue.getKey()));
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

    /** Where the broker puts what it could not deliver from this address; empty where it would drop it. */
    public String deadLetterAddress(String address) {
        return inSession(session -> {
            session.start();
            try (ClientRequestor management = new ClientRequestor(session, "activemq.management")) {
                ClientMessage question = session.createMessage(false);
                ManagementHelper.putOperationInvocation(question, "broker", "getAddressSettingsAsJSON", address);
                ClientMessage answer = management.request(question, MANAGEMENT_MILLIS);
                return Json.read(String.valueOf(ManagementHelper.getResult(answer)))
                        .path("deadLetterAddress")
                        .asText("");
            }
        });
    }

    /** Whether the broker lets events of the type into the queue. */
    public boolean letsIn(String queue, String type) {
        return inSession(session -> {
            SimpleString filter = session.queueQuery(SimpleString.of(queue)).getFilterString();
            return filter == null || filter.toString().contains("'" + type + "'");
        });
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
        T in(ClientSession session) throws Exception;
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
