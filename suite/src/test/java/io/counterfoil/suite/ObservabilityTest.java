package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.testing.OpenApiAnswers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts, dashboards and runbooks belong together, and what they tell the reader to do can be done. */
class ObservabilityTest {
    private static final Pattern LAUNCHER = Pattern.compile("\\./counterfoil (\\w+)");

    static List<JsonNode> alerts() {
        return Observability.alerts();
    }

    static List<Path> runbooks() {
        return Observability.runbooks();
    }

    static List<JsonNode> dashboards() {
        return Observability.dashboards();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_says_who_is_called_for_what_and_where_to_read_on(JsonNode alert) {
        String name = alert.path("alert").asText();
        assertThat(name).matches("[a-z]+(-[a-z]+)*");
        assertThat(alert.path("expr").asText()).isNotBlank();
        assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        assertThat(alert.at("/labels/team").asText()).isNotBlank();
        assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
        assertThat(alert.at("/annotations/runbook_url").asText()).endsWith("/" + name);
        assertThat(names()).as("docs/runbooks/%s.md", name).contains(name);
    }

    @Test
    void every_runbook_belongs_to_an_alert_or_says_that_it_is_a_procedure() {
        Set<String> alerts =
                alerts().stream().map(alert -> alert.path("alert").asText()).collect(Collectors.toSet());
        for (Path runbook : runbooks()) {
            String kind = alerts.contains(name(runbook)) ? "Alert" : "Procedure";
            assertThat(Observability.text(runbook)).contains("\n" + kind + " `" + name(runbook) + "`\n");
        }
        assertThat(names())
                .contains("erp-maintenance-window", "secret-rotation", "replay-a-day", "close-a-period")
                .contains("restore-a-database", "roll-back-a-release");
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void a_runbook_goes_from_the_meaning_to_how_to_know_that_it_is_over(Path runbook) {
        String text = Observability.text(runbook);
        assertThat(text)
                .containsSubsequence(
                        "## What it means", "## How to see it", "## What to do", "## How to know it is over");
        String end = text.substring(text.indexOf("## How to know it is over"));
        assertThat(RunbookCommand.in(end)).as("the invariant to query").isNotEmpty();
        assertThat(Observability.text(Observability.index())).contains("(" + name(runbook) + ".md)");
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void what_a_runbook_calls_is_there_for_the_role_that_it_names(Path runbook) {
        String text = Observability.text(runbook);
        LAUNCHER.matcher(text).results().forEach(found -> assertThat(
                        Launcher.commandLine().getSubcommands())
                .as("./counterfoil %s", found.group(1))
                .containsKey(found.group(1)));
        for (RunbookCommand command : RunbookCommand.in(text)) {
            String path = command.path().replaceAll("\\$\\w+", Contract.ANY_ID);
            if (path.startsWith("/health")) {
                continue;
            }
            OpenApiAnswers contract = OpenApiAnswers.of(Contract.file(command.server()));
            String operation = contract.operation(command.method(), path).orElse("nothing");
            assertThat(operation).as(command.toString()).isNotEqualTo("nothing");
            if (command.role() != null) {
                assertThat(Contract.guarded(command.server()))
                        .as(command.toString())
                        .anyMatch(one -> operation.equals(one.method() + " " + one.template())
                                && one.roles().contains(command.role()));
            }
        }
    }

    @Test
    void the_metrics_that_runbooks_look_for_are_those_of_alerts_and_dashboards() {
        Set<String> known = new TreeSet<>(Observability.metricsOfAlerts());
        known.addAll(Observability.metricsOfDashboards());
        known.addAll(Set.of("counterfoil_outbox", "counterfoil_steps"));
        Set<String> named = Observability.metrics(runbooks().stream().map(Observability::text));
        assertThat(known).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_dashboard_can_be_imported_and_every_panel_asks_something(JsonNode dashboard) {
        assertThat(dashboard.path("uid").asText()).isNotBlank();
        assertThat(dashboard.path("title").asText()).startsWith("Counterfoil: ");
        assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
        assertThat(dashboard.path("panels")).hasSizeGreaterThan(4).allSatisfy(panel -> {
            assertThat(panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt())
                    .isLessThanOrEqualTo(24);
            assertThat(panel.findValuesAsText("expr")).isNotEmpty().noneMatch(String::isBlank);
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        });
    }

    @Test
    void there_are_four_dashboards_each_under_its_own_id() {
        assertThat(dashboards()).hasSize(4);
        assertThat(dashboards().stream()
                        .map(board -> board.path("uid").asText())
                        .distinct())
                .hasSize(4);
    }

    private static Set<String> names() {
        return runbooks().stream().map(ObservabilityTest::name).collect(Collectors.toSet());
    }

    private static String name(Path runbook) {
        return runbook.getFileName().toString().replace(".md", "");
    }
}
