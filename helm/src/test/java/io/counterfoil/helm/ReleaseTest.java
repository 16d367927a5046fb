package io.counterfoil.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one release of a service in production consists of, and how it stands to the others. */
class ReleaseTest {

    static List<String> services() {
        return Charts.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_scales_survives_evictions_and_migrates_before_it_starts(String service) {
        assertThat(Charts.service(service, "production.yaml"))
                .extracting(manifest -> manifest.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "Deployment",
                        "Service",
                        "HorizontalPodAutoscaler",
                        "PodDisruptionBudget",
                        "NetworkPolicy",
                        "Job");
        assertThat(Charts.parse(Repository.text("helm/charts/" + service + "/values.yaml"))
                        .at("/migration/hook")
                        .asBoolean())
                .as("the migration is a hook")
                .isTrue();
        assertThat(Repository.text("helm/charts/liberty-service/templates/_migration.tpl"))
                .contains("helm.sh/hook: pre-install,pre-upgrade");
    }

    @ParameterizedTest
    @MethodSource("services")
    void old_and_new_run_side_by_side_until_the_new_one_is_ready(String service) {
        JsonNode rolling = kind(service, "Deployment").at("/spec/strategy/rollingUpdate");
        assertThat(rolling.path("maxUnavailable").asInt(-1)).isZero();
        assertThat(rolling.path("maxSurge").asInt()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_migration_gets_none_of_the_services_traffic(String service) {
        JsonNode selector = kind(service, "Service").at("/spec/selector");
        JsonNode labels = kind(service, "Job").at("/spec/template/metadata/labels");
        assertThat(selector.properties())
                .anyMatch(label -> !labels.path(label.getKey()).equals(label.getValue()));
    }

    /** The catalogue says who calls whom, and the suite holds it against the code; the cluster lets nobody else through. */
    @ParameterizedTest
    @MethodSource("services")
    void the_network_lets_through_exactly_whom_the_catalogue_names(String service) {
        JsonNode policy = kind(service, "NetworkPolicy");
        assertThat(names(policy.at("/spec/ingress")))
                .isEqualTo(Charts.SERVICES.stream()
                        .filter(other -> called(other).contains(service))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(names(policy.at("/spec/egress"))).isEqualTo(called(service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_is_scraped_and_traced(String service) {
        JsonNode pod = kind(service, "Deployment").at("/spec/template");
        assertThat(pod.at("/metadata/annotations").toString())
                .contains("\"prometheus.io/scrape\":\"true\"", "\"prometheus.io/path\":\"/metrics\"");
        assertThat(pod.at("/spec/containers/0/env").toString())
                .contains("OTEL_EXPORTER_OTLP_ENDPOINT", "\"" + service + "\"");
    }

    private static Set<String> called(String service) {
        JsonNode catalogue = Charts.parse(Repository.text(service + "/catalog-info.yaml"));
        return StreamSupport.stream(catalogue.at("/spec/consumesApis").spliterator(), false)
                .map(JsonNode::asText)
                .filter(api -> api.endsWith("-rest"))
                .map(api -> api.replace("-rest", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode rules) {
        return new TreeSet<>(rules.findValuesAsText("app.kubernetes.io/name"));
    }

    private static JsonNode kind(String service, String kind) {
        return Charts.service(service, "production.yaml").stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service + " has no " + kind));
    }
}
