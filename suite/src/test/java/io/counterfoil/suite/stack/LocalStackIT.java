package io.counterfoil.suite.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.counterfoil.suite.broker.Queues;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the servers lean on: database, broker and issuer, each a process of its own. */
class LocalStackIT {
    private static final StackOptions OPTIONS =
            StackOptions.forTests("test-ground", 100).only(Part.POSTGRES, Part.BROKER, Part.ISSUER);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(OPTIONS, Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        stack.close();
        assertThat(RunState.load(OPTIONS.layout())).isEmpty();
    }

    @Test
    void everyServerHasADatabaseThatSurvivesPowerFailures() throws SQLException {
        for (Part server : Part.servers()) {
            try (Connection connection = stack.database(server);
                    ResultSet settings = connection
                            .createStatement()
                            .executeQuery("select current_setting('fsync'), current_setting('synchronous_commit'),"
                                    + " current_setting('full_page_writes')")) {
                settings.next();
                assertThat(settings.getString(1)).isEqualTo("on");
                assertThat(settings.getString(2)).isEqualTo("on");
                assertThat(settings.getString(3)).isEqualTo("on");
            }
        }
    }

    @Test
    void noServerMayLookIntoTheDatabaseOfAnother() {
        String url = "jdbc:postgresql://localhost:" + stack.access().ports().of(Endpoint.POSTGRES) + "/ledger";
        String password = stack.access().secrets().database(Part.BILLING);
        assertThatThrownBy(() -> DriverManager.getConnection(url, "billing", password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void aMessageSurvivesTheBrokersSuddenDeath() {
        long before = stack.queues().count("billing.order-events");
        stack.queues().send("order.events", Map.of("a", "b"), "{}".getBytes(StandardCharsets.UTF_8));
        stack.kill(Part.BROKER);
        assertThat(stack.isAlive(Part.BROKER)).isFalse();
        stack.start(Part.BROKER);
        assertThat(stack.queues().count("billing.order-events")).isEqualTo(before + 1);
        assertThat(stack.queues().count("warehouse.order-events")).isEqualTo(before + 1);
    }

    @Test
    void aServerSendsToItsOwnAddressOnly() {
        Queues asLedger = queuesOf(Part.LEDGER);
        asLedger.send("ledger.events", Map.of(), new byte[0]);
        assertThatThrownBy(() -> asLedger.send("billing.events", Map.of(), new byte[0]))
                .hasStackTraceContaining("does not have permission='SEND'");
    }

    @Test
    void theBrokerLetsNobodyInWithAWrongPassword() {
        Queues stranger = new Queues(stack.access().brokerUrl(), "ledger-service", "guessed");
        assertThat(stranger.answer()).isFalse();
    }

    @Test
    void aTokenIsSignedWithThePublishedKeyAndNamesItsRole() throws Exception {
        SignedJWT token = SignedJWT.parse(stack.access().token("finance", "mara@counterfoil.example"));
        JWKSet keys =
                JWKSet.parse(stack.anonymous(Endpoint.ISSUER).get("/jwks").ok().text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer())
                .isEqualTo(stack.url(Endpoint.ISSUER).toString());
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("counterfoil");
        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("finance");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mara@counterfoil.example");
    }

    @Test
    void aServiceGetsATokenForItsSecretAndNobodyForAnother() {
        String secret = stack.access().secrets().client(Part.BILLING);
        assertThat(askAs("billing-service", secret)).isEqualTo(200);
        assertThat(askAs("billing-service", secret + "x")).isEqualTo(401);
        assertThat(askAs("ledger-service", secret)).isEqualTo(401);
    }

    @Test
    void aSecondStartBesideARunningOneIsRefusedInWords() {
        CannotStart refusal = catchThrowableOfType(CannotStart.class, () -> Stack.start(OPTIONS, Progress.SILENT));
        assertThat(refusal.exitCode()).isEqualTo(CannotStart.ALREADY_RUNNING);
        assertThat(refusal).hasMessageContaining("is running already");
    }

    @Test
    void aTakenPortIsNamedInOneLine() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackOptions options = StackOptions.forTests("test-taken", 200);
            Ports ports = options.ports().with(Endpoint.BILLING, stranger.getLocalPort());
            CannotStart refusal =
                    catchThrowableOfType(CannotStart.class, () -> Stack.start(options.on(ports), Progress.SILENT));
            assertThat(refusal.exitCode()).isEqualTo(CannotStart.PORT_TAKEN);
            assertThat(refusal.getMessage())
                    .contains("port " + stranger.getLocalPort(), "billing")
                    .doesNotContain("\n");
        }
    }

    private static int askAs(String client, String secret) {
        return stack.anonymous(Endpoint.ISSUER)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "/token",
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)
                .status();
    }

    private static Queues queuesOf(Part server) {
        return new Queues(
                stack.access().brokerUrl(),
                server.label(),
                stack.access().secrets().broker(server));
    }
}
