package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JSON Schema 2020-12 with formats asserted, and the files that hold schemas. */
final class JsonSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(VersionFlag.V202012))
            .metaSchema(withWordsOfOpenApi())
            .build();
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private JsonSchemas() {}

    /** What OpenAPI adds describes, and judges nothing. */
    private static JsonMetaSchema withWordsOfOpenApi() {
        JsonMetaSchema.Builder schema = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
        for (String word : List.of("components", "example", "discriminator", "xml", "externalDocs")) {
            schema.keyword(new NonValidationKeyword(word));
        }
        return schema.build();
    }

    /** What in the instance breaks the schema: one line for each place. */
    static List<String> complaints(JsonNode schema, JsonNode instance) {
        return prepared(schema).complaints(instance);
    }

    /** A schema that is asked many times: to prepare it takes far longer than to ask it. */
    static Prepared prepared(JsonNode schema) {
        return new Prepared(FACTORY.getSchema(schema, STRICT));
    }

    /** A schema, ready to judge; safe between threads. */
    record Prepared(JsonSchema schema) {

        List<String> complaints(JsonNode instance) {
            return schema.validate(instance).stream()
                    .map(message -> message.getMessage())
                    .sorted()
                    .toList();
        }
    }

    /** What makes the schema itself none of 2020-12. */
    static List<String> complaintsOfSchema(JsonNode schema) {
        return FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT).validate(schema).stream()
                .map(message -> message.getMessage())
                .sorted()
                .toList();
    }

    static JsonNode readJson(Path file) {
        return read(JSON, file);
    }

    static JsonNode readYaml(Path file) {
        return read(YAML, file);
    }

    static JsonNode parse(String json) throws IOException {
        return JSON.readTree(json);
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toAbsolutePath().normalize() + " can't be read", e);
        }
    }
}
