package io.counterfoil.suite;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Stack;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** Messages in a queue that were in somebody's hands before. */
record Redeliveries(Stack stack) {

    long count(String queue) {
        String url = "tcp://localhost:" + stack.access().ports().of(Endpoint.BROKER);
        String password = stack.access().secrets().of("broker.operator");
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession("operator", password, false, true, true, false, 0);
                ClientConsumer browser = session.createConsumer(SimpleString.of(queue), null, true)) {
            session.start();
            long found = 0;
            for (ClientMessage next = browser.receiveImmediate(); next != null; next = browser.receiveImmediate()) {
                found += next.getDeliveryCount() > 0 ? 1 : 0;
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(queue + " can't be looked into", e);
        }
    }
}
