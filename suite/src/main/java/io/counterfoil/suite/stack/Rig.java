package io.counterfoil.suite.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the parts of a stack are started so that they can be made to fail, without a change of what they are.
 *
 * @param detours for a part, the ports at which it looks for others instead of theirs
 * @param flags for a server, more flags of its JVM
 * @param environment for a part, more variables
 * @param brokerConfiguration another {@code broker.xml} than that of the chart
 * @param postgresSettings more settings of PostgreSQL, such as {@code shared_preload_libraries=…}
 */
public record Rig(
        Map<Part, Map<Endpoint, Integer>> detours,
        Map<Part, List<String>> flags,
        Map<Part, Map<String, String>> environment,
        Optional<Path> brokerConfiguration,
        List<String> postgresSettings) {
    /** Everything as usual. */
    public static final Rig NONE = new Rig(Map.of(), Map.of(), Map.of(), Optional.empty(), List.of());

    /** The same with these detours. */
    public Rig withDetours(Map<Part, Map<Endpoint, Integer>> other) {
        return new Rig(Map.copyOf(other), flags, environment, brokerConfiguration, postgresSettings);
    }

    /** The same with these flags. */
    public Rig withFlags(Map<Part, List<String>> other) {
        return new Rig(detours, Map.copyOf(other), environment, brokerConfiguration, postgresSettings);
    }

    /** The same with these variables. */
    public Rig withVariables(Map<Part, Map<String, String>> other) {
        return new Rig(detours, flags, Map.copyOf(other), brokerConfiguration, postgresSettings);
    }

    /** The same with another configuration of the broker. */
    public Rig withBrokerConfiguration(Path file) {
        return new Rig(detours, flags, environment, Optional.of(file), postgresSettings);
    }

    /** The same with more settings of PostgreSQL. */
    public Rig withPostgres(List<String> settings) {
        return new Rig(detours, flags, environment, brokerConfiguration, List.copyOf(settings));
    }

    List<String> flags(Part part) {
        return flags.getOrDefault(part, List.of());
    }

    Map<String, String> variables(Part part) {
        return environment.getOrDefault(part, Map.of());
    }

    int port(Part from, Endpoint to, Ports ports) {
        return detours.getOrDefault(from, Map.of()).getOrDefault(to, ports.of(to));
    }

    String url(Part from, Endpoint to, Ports ports) {
        return "http://localhost:" + port(from, to, ports);
    }
}
