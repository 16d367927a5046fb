package io.counterfoil.suite.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The broker's process. {@code broker.xml} takes {@code BROKER_HOST}, {@code BROKER_PORT} and {@code BROKER_DATA} from the
 * environment; the users are the entries {@code broker.*} of the file {@code SECRETS_FILE}, each in a role of its own name.
 */
public final class BrokerProcess {
    private static final String USER = "broker.";

    /** Who sends and takes which message is told by the services; the broker would write ten lines for each. Held, or it is forgotten. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private BrokerProcess() {}

    public static void main(String[] arguments) throws Exception {
        AUDIT.setLevel(Level.OFF);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(
                Path.of(System.getenv("BROKER_CONFIGURATION")).toUri().toString());
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users()));
        broker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "stop"));
        Thread.currentThread().join();
    }

    private static SecurityConfiguration users() throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(Path.of(System.getenv("SECRETS_FILE")))) {
            secrets.load(in);
        }
        Map<String, String> passwords = new HashMap<>();
        Map<String, List<String>> roles = new HashMap<>();
        secrets.stringPropertyNames().stream().filter(n -> n.startsWith(USER)).forEach(name -> {
            String user = name.substring(USER.length());
            passwords.put(user, secrets.getProperty(name));
            roles.put(user, List.of(user));
        });
        return new SecurityConfiguration(passwords, roles);
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop in order", e);
        }
    }
}
