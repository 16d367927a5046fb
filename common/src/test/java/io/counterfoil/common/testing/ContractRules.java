package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.compatibility.Compatibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The files in {@code contracts/} hold together and agree with the code. A service runs them by
 *
 * <pre>
 * class ContractsTest {
 *     &#64;TestFactory
 *     Stream&lt;DynamicTest&gt; the_contracts() {
 *         return ContractRules.of("io.counterfoil.billing");
 *     }
 * }
 * </pre>
 */
public final class ContractRules {
    static final HouseRule SCHEMAS = new HouseRule(
            "every schema is JSON Schema 2020-12 under its own urn", code -> events(code, ".schema.json").stream()
                    .flatMap(file -> complaintsOfSchema(file).stream().map(what -> file.getFileName() + ": " + what))
                    .toList());

    static final HouseRule EXAMPLES = new HouseRule(
            "every example is a CloudEvent and obeys its schema", code -> events(code, ".example.json").stream()
                    .flatMap(file -> complaintsOfExample(file).stream().map(what -> file.getFileName() + ": " + what))
                    .toList());

    static final HouseRule NOBODY_ELSE =
            new HouseRule("every schema belongs to a fact of the code", ContractRules::schemasWithoutFact);

    static final HouseRule COMPATIBLE = new HouseRule(
            "nothing that the last release promised is broken (make a new major beside the old one)",
            code -> released(code).breaks());

    static final HouseRule TRUE_RECORD =
            new HouseRule("what was recorded of the last release is what its tag says", code -> released(code)
                    .forgeries());

    private ContractRules() {}

    /** All rules of contracts, for the service whose code lies below this root package; run in its own folder. */
    public static Stream<DynamicTest> of(String rootPackage) {
        Code code = Code.ofModule(rootPackage);
        List<HouseRule> rules = new ArrayList<>(List.of(SCHEMAS, EXAMPLES, NOBODY_ELSE, COMPATIBLE, TRUE_RECORD));
        rules.addAll(FactRules.ALL);
        rules.addAll(OpenApiRules.ALL);
        rules.addAll(AsyncApiRules.ALL);
        rules.add(BrokerRules.FILTERS);
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> rule.check(code)));
    }

    private static Compatibility released(Code code) {
        return Compatibility.of(code.contracts().toAbsolutePath().getParent());
    }

    private static List<Path> events(Code code, String suffix) {
        Path folder = code.contracts().resolve("events");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> complaintsOfSchema(Path file) {
        JsonNode schema = JsonSchemas.readJson(file);
        List<String> found = new ArrayList<>(JsonSchemas.complaintsOfSchema(schema));
        String[] parts = schema.path("$id").asText().split(":");
        if (parts.length != 5 || !file.getFileName().toString().equals(parts[3] + "." + parts[4] + ".schema.json")) {
            found.add("$id " + schema.path("$id") + " does not fit the file's name");
        }
        if (!schema.path("$schema").asText().equals("https://json-schema.org/draft/2020-12/schema")) {
            found.add("$schema is " + schema.path("$schema"));
        }
        return found;
    }

    private static List<String> complaintsOfExample(Path file) {
        JsonNode event = JsonSchemas.readJson(file);
        List<String> found = new ArrayList<>(EnvelopeRules.complaints(event));
        Path schema = file.resolveSibling(file.getFileName().toString().replace(".example.json", ".schema.json"));
        if (!Files.isRegularFile(schema)) {
            found.add("there is no " + schema.getFileName());
            return found;
        }
        JsonNode rules = JsonSchemas.readJson(schema);
        found.addAll(JsonSchemas.complaints(rules, event.path("data")));
        if (!rules.path("$id").equals(event.path("dataschema"))) {
            found.add("dataschema " + event.path("dataschema") + " is not " + rules.path("$id"));
        }
        return found;
    }

    private static List<String> schemasWithoutFact(Code code) {
        List<String> facts = code.classes().stream()
                .filter(Kinds.FACT)
                .flatMap(fact -> FactType.of(fact.reflect()).stream())
                .map(type -> FactType.fileName(type) + ".schema.json")
                .toList();
        return events(code, ".schema.json").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !facts.contains(name))
                .map(name -> name + " belongs to no fact")
                .toList();
    }
}
