package io.counterfoil.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the demo sends is what the services' contracts allow. */
class ReferenceDataTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SampleData DATA = new SampleData(2027);

    static Stream<Arguments> calls() {
        Stream<Arguments> reference = stream(DATA.json("reference.json"))
                .flatMap(section -> stream(section.path("calls"))
                        .map(call -> arguments(section.path("service").asText(), "put", call)));
        Stream<Arguments> orders = stream(DATA.json("script.json").path("transactions"))
                .filter(transaction -> transaction.has("order"))
                .map(transaction -> Arguments.of("ORDER", "post", "/v1/orders", transaction.path("order")));
        return Stream.concat(reference, orders);
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("calls")
    void every_body_is_what_the_contract_of_its_operation_allows(
            String service, String method, String path, JsonNode body) throws IOException {
        JsonNode document = contract(service);
        JsonNode operation = operation(document, method, path);
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        assertThat(schema.isMissingNode()).as("schema of " + path).isFalse();
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        Set<ValidationMessage> wrong = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(Json.read(body.toString().replace("{entity}", "US01")));
        assertThat(wrong).isEmpty();
    }

    private static JsonNode contract(String service) throws IOException {
        Path file = Path.of("..", service.toLowerCase(Locale.ROOT) + "-service", "contracts", "openapi.yaml");
        return YAML.readTree(file.toFile());
    }

    private static JsonNode operation(JsonNode document, String method, String path) {
        return document.path("paths").properties().stream()
                .filter(known -> path.matches(known.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Map.Entry::getValue)
                .map(operations -> operations.path(method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + method + " " + path));
    }

    private static Arguments arguments(String service, String method, JsonNode call) {
        return Arguments.of(service, method, call.path("path").asText(), call.path("body"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
