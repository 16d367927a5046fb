package io.counterfoil.suite.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.broker.Queues;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.issuer.LocalToken;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a client of a running stack needs: where everything is, and tokens to be let in. */
public final class Access {
    private final Ports ports;
    private final Secrets secrets;
    private final Map<String, LocalToken> tokens = new ConcurrentHashMap<>();

    Access(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    public Ports ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    public URI url(Endpoint endpoint) {
        return ports.url(endpoint);
    }

    /** A caller without a token: health, OpenAPI, webhooks, twins. */
    public Api anonymous(Endpoint endpoint) {
        return Api.anonymous(url(endpoint));
    }

    /** Somebody with this role. */
    public Api client(Endpoint endpoint, String role) {
        return client(endpoint, role, role + "@counterfoil.example");
    }

    /** This person with this role; two people are needed where maker and checker must differ. */
    public Api client(Endpoint endpoint, String role, String subject) {
        return Api.of(url(endpoint), () -> token(role, subject));
    }

    /** A bearer token of the local issuer; kept until it is about to end. */
    public String token(String role, String subject) {
        return tokens.compute(
                        role + " " + subject,
                        (key, known) -> known != null && known.isFresh() ? known : issue(role, subject))
                .text();
    }

    private LocalToken issue(String role, String subject) {
        JsonNode answer = anonymous(Endpoint.ISSUER)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/token", LocalToken.form(role, subject))
                .ok()
                .json();
        return LocalToken.of(answer);
    }

    /** A connection to a server's own database, as that server; for tests that plant a fault, and for benchmarks. */
    public Connection database(Part server) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + ports.of(Endpoint.POSTGRES) + "/" + server.database();
        return DriverManager.getConnection(url, server.database(), secrets.database(server));
    }

    /** The broker's queues, with the right to look into all of them. */
    public Queues queues() {
        return new Queues(brokerUrl(), "operator", secrets.of("broker.operator"));
    }

    /** The business clock of all services. */
    public BusinessTime time() {
        return new BusinessTime(this);
    }

    /** The business clock of some services, for a stack without the others. */
    public BusinessTime time(Part... services) {
        return new BusinessTime(this, List.of(services));
    }

    String brokerUrl() {
        return "tcp://localhost:" + ports.of(Endpoint.BROKER);
    }
}
