package io.counterfoil.common.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connection to Artemis (core protocol): one for the service, sessions for each consumer and the relay. */
@ApplicationScoped
public class Broker {

    /** Where the broker puts what it could not deliver. A service does not start on a broker without it. */
    static final String DEAD_LETTERS = "dead-letters";

    @Inject
    @ConfigProperty(name = "broker.url")
    String url;

    @Inject
    @ConfigProperty(name = "broker.user")
    String user;

    @Inject
    @ConfigProperty(name = "broker.password")
    String password;

    private ServerLocator locator;
    private ClientSessionFactory factory;
    private volatile boolean seen;

    /** A transacted session: nothing that is sent or acknowledged counts before its commit. */
    ClientSession session() throws ActiveMQException {
        ClientSession session = newSession();
        try {
            session.start();
            requireQueue(session, DEAD_LETTERS);
            seen = true;
            return session;
        } catch (ActiveMQException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** A factory whose connection broke never connects again, and does not call itself closed: it is replaced. */
    private ClientSession newSession() throws ActiveMQException {
        ClientSessionFactory current = factory();
        try {
            return current.createSession(user, password, false, false, false, false, 0);
        } catch (ActiveMQException e) {
            drop(current);
            throw e;
        }
    }

    private synchronized void drop(ClientSessionFactory broken) {
        if (factory == broken) {
            closeQuietly();
        }
    }

    static void requireQueue(ClientSession session, String queue) throws ActiveMQException {
        if (!session.queueQuery(SimpleString.of(queue)).isExists()) {
            throw new IllegalStateException(
                    "the broker has no queue '" + queue + "': declare it before services start");
        }
    }

    public boolean isConnected() {
        ClientSessionFactory current = factory;
        return current != null
                && !current.isClosed()
                && current.getConnection() != null
                && current.getConnection().getTransportConnection().isOpen();
    }

    /** How many messages were given up after their last attempt; nothing while the broker is away. */
    OptionalLong deadLetters() {
        if (!isConnected()) {
            return OptionalLong.empty();
        }
        try (ClientSession session = newSession()) {
            return OptionalLong.of(
                    session.queueQuery(SimpleString.of(DEAD_LETTERS)).getMessageCount());
        } catch (ActiveMQException away) {
            return OptionalLong.empty();
        }
    }

    /** Whether the broker was reached once, with its dead-letter queue. */
    public boolean wasSeen() {
        return seen;
    }

    private synchronized ClientSessionFactory factory() throws ActiveMQException {
        if (factory == null || factory.isClosed()) {
            closeQuietly();
            try {
                locator = ActiveMQClient.createServerLocator(url);
                locator.setBlockOnDurableSend(false);
                locator.setConsumerWindowSize(1024 * 1024);
                locator.setReconnectAttempts(0);
                locator.setInitialConnectAttempts(1);
                factory = locator.createSessionFactory();
            } catch (ActiveMQException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("broker at " + url + ": " + e.getMessage(), e);
            }
        }
        return factory;
    }

    @PreDestroy
    synchronized void close() {
        closeQuietly();
    }

    private void closeQuietly() {
        if (locator != null) {
            locator.close();
            locator = null;
            factory = null;
        }
    }
}
