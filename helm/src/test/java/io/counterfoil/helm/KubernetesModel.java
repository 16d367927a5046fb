package io.counterfoil.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Two readers of the Kubernetes model, because each misses something: fabric8's (unknown fields, wrong types) and the
 * official client's (unknown fields, missing required ones).
 */
final class KubernetesModel {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return Boolean.FALSE; // the model swallows unknown fields otherwise
                }
            });

    private KubernetesModel() {}

    /** What is wrong with the manifest, if anything. */
    static Optional<String> complaint(JsonNode manifest) {
        return fabric8(manifest).or(() -> official(manifest));
    }

    private static Optional<String> fabric8(JsonNode manifest) {
        try {
            Class<?> kind = Serialization.unmarshal(manifest.toString()).getClass();
            if (kind == GenericKubernetesResource.class) {
                return Optional.of("no built-in kind: " + manifest.path("apiVersion") + " " + manifest.path("kind"));
            }
            STRICT.treeToValue(manifest, kind);
            return Optional.empty();
        } catch (JsonProcessingException | RuntimeException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private static Optional<String> official(JsonNode manifest) {
        String version = manifest.path("apiVersion").asText().replaceFirst("^.*/", "");
        String type = Character.toUpperCase(version.charAt(0))
                + version.substring(1)
                + manifest.path("kind").asText();
        try {
            Class.forName("io.kubernetes.client.openapi.models." + type)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(manifest.toString()));
            return Optional.empty();
        } catch (InvocationTargetException wrong) {
            return Optional.of(String.valueOf(wrong.getCause().getMessage()));
        } catch (ReflectiveOperationException unknown) {
            return Optional.of("no model of " + type);
        }
    }
}
