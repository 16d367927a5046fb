package io.counterfoil.customer.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** Before Arquillian starts the server: a database, a broker, keys, and the server's folder as it ships. */
public class ServerUnderTest implements LoadableExtension {

    static final String HTTP_PORT = "server.http.port";

    @Override
    public void register(ExtensionBuilder builder) {
        System.setProperty(HTTP_PORT, String.valueOf(freePort()));
        builder.observer(Surroundings.class);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything around the server, in the test's own JVM. */
    public static class Surroundings {
        private TestBroker broker;

        public void start(@Observes(precedence = 100) BeforeSuite suite) throws Exception {
            broker = TestBroker.start();
            TestTokens.publish();
            ServerFolder.prepare(broker);
        }

        public void stop(@Observes(precedence = -100) AfterSuite suite) throws Exception {
            if (broker != null) {
                broker.stop();
            }
        }
    }
}
