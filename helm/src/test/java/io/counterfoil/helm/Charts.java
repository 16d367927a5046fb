package io.counterfoil.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the charts below target, with dependencies resolved, so that examining them leaves no traces beside them. */
final class Charts {

    static final List<String> SERVICES =
            List.of("customer-service", "order-service", "billing-service", "ledger-service", "warehouse-feed");
    static final List<String> PRODUCTION = List.of("production.yaml", "production-eu.yaml", "production-us.yaml");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path COPY = Path.of("target", "charts-under-test");

    static {
        copy(Path.of("charts"), COPY.resolve("charts"));
        copy(Path.of("suite"), COPY.resolve("suite"));
        copy(Path.of("values"), COPY.resolve("values"));
        SERVICES.forEach(service -> chart(service).dependency().update().call());
        umbrella().dependency().update().call();
    }

    private Charts() {}

    static Helm chart(String service) {
        return new Helm(COPY.resolve("charts").resolve(service));
    }

    static Helm umbrella() {
        return new Helm(COPY.resolve("suite"));
    }

    static Path values(String file) {
        return COPY.resolve("values").resolve(file);
    }

    /**
     * A service as production installs it: a release of its own name, with the values file. The migration is rendered as
     * a plain Job, because hooks are left out of what is rendered.
     */
    static List<JsonNode> service(String service, String valuesFile) {
        return manifests(chart(service)
                .template()
                .withName(service)
                .withNamespace("counterfoil")
                .withKubeVersion("1.31.0")
                .withValuesFile(values(valuesFile))
                .set("migration.hook", "false")
                .call());
    }

    static List<JsonNode> development() {
        return manifests(umbrella()
                .template()
                .withName("counterfoil")
                .withNamespace("counterfoil")
                .withKubeVersion("1.31.0")
                .withValuesFile(values("development.yaml"))
                .call());
    }

    static List<JsonNode> manifests(String rendered) {
        List<JsonNode> manifests = new ArrayList<>();
        for (String document : rendered.split("(?m)^---.*$")) {
            JsonNode manifest = parse(document);
            if (manifest != null && manifest.isObject()) {
                manifests.add(manifest);
            }
        }
        return manifests;
    }

    static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(yaml, e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
