package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.counterfoil.common.compatibility.Messages;
import io.counterfoil.suite.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The running servers offer what catalogue and contracts say, and listen to what they say. */
class CatalogueIT {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Counterfoil counterfoil = Counterfoil.running();

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void a_server_shows_the_contract_that_the_catalogue_points_to(Part server) throws IOException {
        JsonNode file = YAML.readTree(Files.readString(Catalogue.of(server).definition("openapi")));
        JsonNode shown = shown(server);
        assertThat(shown.at("/info/title")).isEqualTo(file.at("/info/title"));
        assertThat(shown.at("/info/version")).isEqualTo(file.at("/info/version"));
        assertThat(operations(shown)).isEqualTo(operations(file));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "ORDER", "BILLING", "LEDGER", "WAREHOUSE"})
    void a_server_listens_on_a_queue_for_each_service_whose_events_it_receives(Part server) {
        Set<String> producers = Messages.receivedBy(Contract.file(server).getParent()).stream()
                .map(type -> type.endsWith("/*") ? type.split("\\.")[0] : type.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        for (String producer : producers) {
            String queue = server.label().replaceFirst("-.*", "") + "." + producer + "-events";
            assertThat(counterfoil.stack().queues().consumers(queue)).as(queue).isPositive();
        }
    }

    private JsonNode shown(Part server) throws JsonProcessingException {
        return YAML.readTree(counterfoil
                .stack()
                .anonymous(server.endpoint())
                .get("/openapi")
                .expect(200)
                .text());
    }

    private static Set<String> operations(JsonNode document) {
        Set<String> found = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                    if (VERBS.contains(verb)) {
                        found.add(verb + " " + path.getKey());
                    }
                }));
        return found;
    }
}
