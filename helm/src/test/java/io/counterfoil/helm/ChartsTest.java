package io.counterfoil.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chart with every values file: resolved, linted strictly, rendered, and valid Kubernetes. */
class ChartsTest {

    static Stream<Arguments> services() {
        return Charts.SERVICES.stream().map(Arguments::of);
    }

    static Stream<Arguments> productions() {
        return Charts.SERVICES.stream()
                .flatMap(service -> Charts.PRODUCTION.stream().map(values -> Arguments.of(service, values)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_thin_chart_passes_the_strict_lint(String service) {
        LintResult result = Charts.chart(service).lint().strict().call();
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void the_umbrella_passes_the_strict_lint() {
        LintResult result = Charts.umbrella().lint().strict().call();
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("productions")
    void production_renders_to_valid_manifests(String service, String values) {
        assertValid(Charts.service(service, values), 7);
    }

    @Test
    void development_renders_to_valid_manifests() {
        assertValid(Charts.development(), 30);
    }

    @Test
    void a_value_that_the_schema_forbids_is_refused_by_name() {
        assertRefused("replicas", "0", "replicas");
        assertRefused("region", "Europe West", "region");
        assertRefused("broker.url", "http://broker", "url");
        assertRefused("settings.DB_PASSWORD", "x", "DB_PASSWORD");
        assertRefused("nosuchvalue", "1", "nosuchvalue");
    }

    @Test
    void what_every_deployment_promises_is_in_the_manifests() {
        for (String service : Charts.SERVICES) {
            List<JsonNode> manifests = Charts.service(service, "production.yaml");
            JsonNode pod = kind(manifests, "Deployment").at("/spec/template/spec");
            JsonNode server = pod.at("/containers/0");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(server.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(server.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/started");
            assertThat(server.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
            assertThat(server.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
            assertThat(server.at("/lifecycle/preStop").isMissingNode()).isFalse();
            assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(30);
            assertThat(secretsInTheOpen(server)).isEmpty();
            assertThat(kind(manifests, "Job")
                            .at("/spec/template/spec/containers/0/command")
                            .toString())
                    .contains("MigrateDatabase");
        }
    }

    @Test
    void who_may_call_whom_is_the_picture_of_the_readme() {
        assertThat(callers("customer-service")).containsExactly("order-service", "warehouse-feed");
        assertThat(callers("order-service")).containsExactly("warehouse-feed");
        assertThat(callers("billing-service")).containsExactly("order-service", "warehouse-feed");
        assertThat(callers("ledger-service")).containsExactly("warehouse-feed");
        assertThat(callers("warehouse-feed")).containsExactly("ledger-service");
    }

    @Test
    void two_regions_share_no_database_and_no_broker() {
        String eu = kind(Charts.service("ledger-service", "production-eu.yaml"), "Deployment")
                .toString();
        String us = kind(Charts.service("ledger-service", "production-us.yaml"), "Deployment")
                .toString();
        assertThat(eu).contains("postgresql.eu.example").doesNotContain(".us.example");
        assertThat(us).contains("postgresql.us.example").doesNotContain(".eu.example");
    }

    private static void assertValid(List<JsonNode> manifests, int atLeast) {
        assertThat(manifests).hasSizeGreaterThanOrEqualTo(atLeast);
        for (JsonNode manifest : manifests) {
            assertThat(KubernetesModel.complaint(manifest))
                    .as(
                            "%s %s",
                            manifest.path("kind").asText(),
                            manifest.at("/metadata/name").asText())
                    .isEmpty();
        }
    }

    private static void assertRefused(String value, String to, String named) {
        assertThatThrownBy(() -> Charts.chart("ledger-service")
                        .template()
                        .withName("ledger-service")
                        .set(value, to)
                        .call())
                .hasMessageContaining(named);
    }

    private static JsonNode kind(List<JsonNode> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind));
    }

    private static List<String> callers(String service) {
        JsonNode from = kind(Charts.service(service, "production.yaml"), "NetworkPolicy")
                .at("/spec/ingress/0/from");
        return from.findValuesAsText("app.kubernetes.io/name");
    }

    /** Variables whose name says that they are secret, but whose value stands in the manifest. */
    private static List<String> secretsInTheOpen(JsonNode server) {
        return Stream.iterate(0, i -> i < server.path("env").size(), i -> i + 1)
                .map(i -> server.path("env").get(i))
                .filter(variable -> variable.has("value"))
                .map(variable -> variable.path("name").asText())
                .filter(name -> name.matches(".*(PASSWORD|SECRET|SECRETS)$"))
                .toList();
    }
}
