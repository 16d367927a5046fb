package io.counterfoil.customer.server;

import io.counterfoil.common.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server's folder: the {@code server.xml} and the libraries that ship, and the environment. The application itself is
 * added by Arquillian, with the test beside it, therefore its entry is taken out and the configuration is watched.
 */
final class ServerFolder {

    private static final Path USER = Path.of(System.getProperty("liberty.home", "target/wlp"), "usr");
    private static final Path SERVER = USER.resolve("servers/customer-service-it");

    /** How Arquillian asks for the application's state, and what its test runner in the archive is made of. */
    private static final String FOR_ARQUILLIAN = "<feature>localConnector-1.0</feature><feature>servlet-6.0</feature>";

    private ServerFolder() {}

    static void prepare(TestBroker broker) throws IOException {
        Files.createDirectories(SERVER);
        String shipped = Files.readString(Path.of("src/main/liberty/config/server.xml"));
        Files.writeString(
                SERVER.resolve("server.xml"),
                shipped.replaceAll("(?s)<webApplication.*</webApplication>", "")
                        .replace("</featureManager>", FOR_ARQUILLIAN + "</featureManager>")
                        .replace("<config updateTrigger=\"disabled\"/>", "<config monitorInterval=\"100ms\"/>"));
        Files.writeString(SERVER.resolve("server.env"), environment(broker));
        library();
    }

    private static String environment(TestBroker broker) {
        PGSimpleDataSource database = (PGSimpleDataSource) TestPostgres.empty().outside();
        Map<String, String> environment = new TreeMap<>();
        environment.put("HTTP_HOST", "localhost");
        environment.put("HTTP_PORT", System.getProperty(ServerUnderTest.HTTP_PORT));
        environment.put("DB_PORT", String.valueOf(database.getPortNumbers()[0]));
        environment.put("DB_NAME", database.getDatabaseName());
        environment.put("DB_USER", database.getUser());
        environment.put("DB_PASSWORD", "trusted");
        environment.put("BROKER_URL", broker.url());
        environment.put("BROKER_USER", TestBroker.USER);
        environment.put("BROKER_PASSWORD", TestBroker.PASSWORD);
        environment.put("JWT_ISSUER", TestTokens.ISSUER);
        environment.put("JWT_JWKS_URL", TestTokens.keys().toUri().toString());
        environment.put("OTEL_SDK_DISABLED", "true");
        environment.put("WLP_SKIP_BOOTSTRAP_AGENT", "true");
        return environment.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Links to the jars that ship, and to no others that an earlier build may have left. */
    private static void library() throws IOException {
        Path library = Files.createDirectories(USER.resolve("shared/resources/lib"));
        for (Path old : list(library)) {
            Files.delete(old);
        }
        for (Path jar : list(Path.of("target/lib"))) {
            Files.createLink(library.resolve(jar.getFileName()), jar);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
