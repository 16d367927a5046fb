package io.counterfoil.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service is released alone, all of them in the same way. */
class PipelinesTest {

    static List<String> services() {
        return Charts.SERVICES;
    }

    static List<String> workflows() {
        return Repository.workflows();
    }

    @Test
    void there_is_one_pipeline_per_service_one_for_all_of_them_and_one_for_the_suite() {
        List<String> expected = Stream.concat(
                        Charts.SERVICES.stream().map(service -> service + ".yml"),
                        Stream.of("service.yml", "suite.yml"))
                .sorted()
                .toList();
        assertThat(Repository.workflows()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_calls_the_one_pipeline_when_its_own_folder_changes(String service) {
        JsonNode workflow = Repository.workflow(service + ".yml");
        assertThat(texts(workflow.at("/on/push/branches"))).containsExactly("main");
        for (String trigger : List.of("push", "pull_request")) {
            assertThat(texts(workflow.path("on").path(trigger).path("paths")))
                    .as(trigger)
                    .containsExactlyInAnyOrder(
                            service + "/**", "helm/charts/" + service + "/**", ".github/workflows/" + service + ".yml");
        }
        assertThat(workflow.path("jobs")).as("no copy of the pipeline").hasSize(1);
        JsonNode job = workflow.path("jobs").elements().next();
        assertThat(job.path("uses").asText()).isEqualTo("./.github/workflows/service.yml");
        assertThat(job.at("/with/service").asText()).isEqualTo(service);
        assertThat(job.has("steps")).isFalse();
    }

    @Test
    void the_one_pipeline_runs_only_when_called_and_does_all_that_a_release_needs() {
        JsonNode workflow = Repository.workflow("service.yml");
        assertThat(workflow.path("on").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("workflow_call");
        String steps = Repository.workflowText("service.yml");
        assertThat(steps)
                .contains(".ci/build-alone \"${{ inputs.service }}\" verify -Prelease")
                .contains("target/bom.json")
                .contains("docker build")
                .contains("helm package")
                .contains(".ci/record-release \"${{ inputs.service }}\"")
                .contains("refs/tags/$tag");
        assertThat(workflow.at("/jobs/verify/steps/0/with/fetch-depth").asInt(-1))
                .as("all tags, to compare contracts with the last one")
                .isZero();
        assertThat(texts(workflow.at("/jobs/release/needs"))).contains("verify", "package");
    }

    @Test
    void the_suite_runs_what_the_readme_says_and_kills_processes() {
        String steps = Repository.workflowText("suite.yml");
        assertThat(steps).contains("run: .ci/run");
        assertThat(Repository.text(".ci/run")).contains("mvn -B -ntp verify");
        assertThat(steps).contains("tag=common/$(.ci/version common)");
        String chaos = Repository.first("-Dit\\.test=(\\w+)", steps);
        assertThat(Repository.file("suite/src/test/java/io/counterfoil/suite/" + chaos + ".java"))
                .isRegularFile();
        assertThat(steps).contains("./counterfoil chaos smoke --seed").contains("path: suite/target/chaos");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actions_are_pinned_by_digest_and_no_registry_is_named(String workflow) {
        String text = Repository.workflowText(workflow);
        assertThat(matches("uses: (\\S+.*)", text))
                .allMatch(uses -> uses.startsWith("./") || uses.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40} # v[0-9.]+"));
        assertThat(text)
                .doesNotContainPattern("https?://|\\b(ghcr|docker|quay|gcr)\\.io\\b|\\.azurecr\\.|\\.amazonaws\\.");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nobody_may_do_more_than_the_job_needs(String workflow) {
        assertThat(Repository.workflow(workflow).path("permissions").isObject()).isTrue();
        assertThat(Repository.workflowText(workflow)).doesNotContain("write-all", "pull_request_target");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_script_that_runs_is_there(String workflow) {
        assertThat(matches("(\\.ci/[\\w-]+|\\./counterfoil)\\b", Repository.workflowText(workflow)))
                .allMatch(script -> Files.isExecutable(Repository.file(script)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_has_a_version_and_a_pin_of_its_own_and_so_has_its_chart(String service) {
        String version = Repository.version(service);
        assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Repository.first("<counterfoil\\.common\\.version>([^<]+)<", Repository.text(service + "/pom.xml")))
                .as("the version of common that it pins")
                .isNotEmpty();
        JsonNode chart = Charts.parse(Repository.text("helm/charts/" + service + "/Chart.yaml"));
        assertThat(chart.path("version").asText()).isEqualTo(version);
        assertThat(chart.path("appVersion").asText()).isEqualTo(version);
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1).strip())
                .toList();
    }
}
